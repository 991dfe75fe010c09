/// One conversation: its timeline and its header.
@NullMarked
package org.juntos.ui.conversation;

import org.jspecify.annotations.NullMarked;
