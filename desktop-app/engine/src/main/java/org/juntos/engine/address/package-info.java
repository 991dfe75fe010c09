/// The person's own address book: imported from vCards, kept on their devices.
@NullMarked
package org.juntos.engine.address;

import org.jspecify.annotations.NullMarked;
