/// Attachments as they lie on the disk and at the relay: encrypted by segment under a key of their
/// own, which travels inside the message with the digest of the whole.
@NullMarked
package org.juntos.crypto.attachment;

import org.jspecify.annotations.NullMarked;
