import { policyOf } from '../accessPackages';
import { second } from '../calendar';
import type { Story } from '../story';

const reason =
  'For the Meridian tender we have to show the renewal rate of the last eight quarters by industry and region, ' +
  'split by the size of the customer. The standard reports stop at four quarters, so I would like to build the ' +
  'report myself and keep it up to date until the tender is decided. I will only use fields that are in the ' +
  'published model, no personal data, and share the result with Harriet in customer success and nobody else. ' +
  'Jonas';

/**
 * C2 below-reading-time. Jonas Brandt explains in more than eighty words why he needs the report builder; Rowan
 * Hale approves four seconds later, and claims to have read it.
 */
export const belowReadingTime: Story = {
  check: 'below-reading-time',
  marked: 1,
  tell(scene) {
    const { people, packages } = scene.world;
    const [brandt, hale] = [people.part('brandt'), people.part('hale')];
    const reports = packages.named('CRM - Report Builder');
    const at = scene.workday(6, hale, '11:42:10');
    scene.granted(
      { package: reports, policy: policyOf(reports, 'owner'), target: brandt },
      { at, by: brandt, reason },
      { at: at + 4 * second, by: hale, reason: 'Read in full, no concerns' },
    );
  },
};
