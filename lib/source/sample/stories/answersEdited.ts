import { policyOf } from '../accessPackages';
import { hour, minute } from '../calendar';
import { requesting } from '../operations';
import type { Story } from '../story';

/**
 * C8 answers-edited. Vera Teles answers that she wants customers' contact details. Ifeoma Okonkwo rewrites the
 * answer to say aggregates only, and approves three minutes later.
 */
export const answersEdited: Story = {
  check: 'answers-edited',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [teles, okonkwo] = [people.part('teles'), people.part('okonkwo')];
    const lake = packages.named('Data Lake - Analyst');
    const at = scene.workday(8, teles, '09:33:00');
    const edited = at + 2.1 * hour;
    const life = scene.granted(
      { package: lake, policy: policyOf(lake, 'owner'), target: teles },
      { at, by: teles, reason: 'Campaign list for the autumn mailing, details in the answers' },
      { at: edited + 3 * minute, by: okonkwo, reason: 'Aggregates only, as answered' },
    );
    const before = 'Names, e-mail addresses and telephone numbers of all customers in Iberia';
    const after = 'Aggregated usage by region';
    life.add(edited, requesting.editAnswers, okonkwo.identity, {
      ip: okonkwo.office.address,
      targets: life.targets(edited, [['Answers', before, after]]),
    });
  },
};
