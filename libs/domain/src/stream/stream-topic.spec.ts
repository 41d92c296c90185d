import { ROLES } from '../access/principal';
import { forbiddenTopics, STREAM_TOPICS, topicsOfAct, topicsOfMove } from './stream-topic';

describe('the topics of a change', () => {
  it('are the lists that a refund leaves and those that it comes into', () => {
    expect(topicsOfMove(null, 'requested')).toEqual(['refunds']);
    expect(topicsOfMove('requested', 'awaiting_approval')).toEqual(['refunds', 'approvals']);
    expect(topicsOfMove('awaiting_approval', 'needs_review')).toEqual(['refunds', 'approvals', 'reviews']);
    expect(topicsOfMove('in_doubt', 'needs_review')).toEqual(['refunds', 'reviews']);
  });

  it('are of an act those whose pages show it', () => {
    expect(topicsOfAct('approval.assigned', true)).toEqual(['refunds', 'approvals']);
    expect(topicsOfAct('proposal.made', false)).toEqual(['proposals']);
    expect(topicsOfAct('kill_switch.on', false)).toEqual(['operations']);
    expect(topicsOfAct('staff.signed_in', false)).toEqual([]);
  });

  it('are kept from whoever may not read their pages', () => {
    expect(forbiddenTopics({ role: null, roles: ['warehouse'] }, STREAM_TOPICS)).toEqual(STREAM_TOPICS);
    expect(forbiddenTopics({ role: null, roles: ['support'] }, STREAM_TOPICS)).toEqual(['approvals', 'operations']);
    expect(forbiddenTopics({ role: null, roles: ROLES }, STREAM_TOPICS)).toEqual([]);
  });
});
