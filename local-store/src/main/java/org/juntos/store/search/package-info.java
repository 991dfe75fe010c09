/// Finding entries of all history by what is written in them.
@NullMarked
package org.juntos.store.search;

import org.jspecify.annotations.NullMarked;
