/// Writing a message.
@NullMarked
package org.juntos.ui.compose;

import org.jspecify.annotations.NullMarked;
