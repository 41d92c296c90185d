// A webpack loader: takes every failpoint out of the sources before they are compiled. Lines stay where they are, so that
// stack traces name the right ones; the import goes with the last use of it.
const CALL = /^([ \t]*)await failpoint\('[a-z]+\.[a-z_]+'\);[ \t]*$/gm;

module.exports = function strikeFailpoints(source) {
  const left = source.replace(CALL, '$1');
  if (/\bfailpoint\(/.test(left))
    throw new Error(`A failpoint is a line of its own: await failpoint('name'); (${this.resourcePath})`);
  return left;
};
