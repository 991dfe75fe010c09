/// The list of conversations.
@NullMarked
package org.juntos.ui.conversationlist;

import org.jspecify.annotations.NullMarked;
