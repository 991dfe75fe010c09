/// The person's own address book.
@NullMarked
package org.juntos.store.address;

import org.jspecify.annotations.NullMarked;
