/// Statuses: what lasts a day, and who may see it.
@NullMarked
package org.juntos.store.status;

import org.jspecify.annotations.NullMarked;
