/// Where attachments are and how far their transfers have come.
@NullMarked
package org.juntos.store.attachment;

import org.jspecify.annotations.NullMarked;
