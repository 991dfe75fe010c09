/// Groups whose state the relay keeps and cannot read: keys, members, changes and their proofs,
/// libsignal's zkgroup credentials and send endorsements.
@NullMarked
package org.juntos.crypto.group;

import org.jspecify.annotations.NullMarked;
