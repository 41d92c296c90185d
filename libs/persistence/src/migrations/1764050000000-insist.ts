import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets a statement fail by its own result, so that it can leave together with the COMMIT behind it: what fails is undone
 * by PostgreSQL itself. The error has SQLSTATE `ZK001` and the code as its message.
 */
export class Insist1764050000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION insist(holds boolean, code text) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        IF holds IS NOT TRUE THEN RAISE EXCEPTION USING ERRCODE = 'ZK001', MESSAGE = code; END IF;
        RETURN true;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION insist(boolean, text)');
  }
}
