/// Making groups, looking at them and changing them.
@NullMarked
package org.juntos.ui.group;

import org.jspecify.annotations.NullMarked;
