/// What the person has chosen about conversations and being notified.
@NullMarked
package org.juntos.store.choice;

import org.jspecify.annotations.NullMarked;
