/// Devices that talk through a relay that may lie, on the real libsignal.
@NullMarked
package org.juntos.crypto.session;

import org.jspecify.annotations.NullMarked;
