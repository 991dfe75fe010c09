/// What people do with each other, told with real engines and a real relay.
@NullMarked
package org.juntos.engine.story;

import org.jspecify.annotations.NullMarked;
