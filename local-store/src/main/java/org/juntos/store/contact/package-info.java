/// People.
@NullMarked
package org.juntos.store.contact;

import org.jspecify.annotations.NullMarked;
