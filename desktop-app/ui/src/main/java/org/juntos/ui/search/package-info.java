/// Finding messages: in one conversation, or in all.
@NullMarked
package org.juntos.ui.search;

import org.jspecify.annotations.NullMarked;
