/// Small values.
@NullMarked
package org.juntos.store.settings;

import org.jspecify.annotations.NullMarked;
