/// Tests of the choice between addresses.
@NullMarked
package org.juntos.engine.route;

import org.jspecify.annotations.NullMarked;
