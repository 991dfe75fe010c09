/// What is written and has not left yet: drafts, and messages that leave later.
@NullMarked
package org.juntos.store.draft;

import org.jspecify.annotations.NullMarked;
