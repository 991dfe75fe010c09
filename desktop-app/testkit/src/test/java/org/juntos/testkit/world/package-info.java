/// What holds in every world.
@NullMarked
package org.juntos.testkit.world;

import org.jspecify.annotations.NullMarked;
