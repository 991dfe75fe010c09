/// Pairs of devices that talk to each other: the daily load, on the relay and on the floor.
@NullMarked
package org.juntos.bench.talk;

import org.jspecify.annotations.NullMarked;
