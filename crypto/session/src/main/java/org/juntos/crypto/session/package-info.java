/// The Signal protocol of one device: identity, prekeys, sessions, sealed sender. The only client
/// package that imports libsignal; nothing of libsignal leaves it.
@NullMarked
package org.juntos.crypto.session;

import org.jspecify.annotations.NullMarked;
