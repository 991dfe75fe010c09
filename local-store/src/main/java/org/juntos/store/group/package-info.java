/// Groups: what is known of them, who has which key, how far messages have come.
@NullMarked
package org.juntos.store.group;

import org.jspecify.annotations.NullMarked;
