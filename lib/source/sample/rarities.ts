import { deletedUser } from './rarities/deletedUser';
import { hostileTexts } from './rarities/hostileTexts';
import { settings } from './rarities/settings';
import { shapes } from './rarities/shapes';
import { underWay } from './rarities/underWay';
import { Scene } from './scene';
import type { World } from './world';

/** What a sample of any size holds once, so that a demonstration shows it. */
export function tellRarities(world: World): Scene[] {
  return Object.entries({ underWay, hostileTexts, deletedUser, settings, shapes }).map(([name, tell]) => {
    const scene = new Scene(world, name);
    tell(scene);
    return scene;
  });
}
