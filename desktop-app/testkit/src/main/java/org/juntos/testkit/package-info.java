/// What stories are told with: a manual clock, seeded randomness, relays in this process, a network
/// that misbehaves on purpose, people with real engines. Never shipped.
@NullMarked
package org.juntos.testkit;

import org.jspecify.annotations.NullMarked;
