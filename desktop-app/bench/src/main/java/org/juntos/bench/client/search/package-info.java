/// How fast a long history is looked through.
@NullMarked
package org.juntos.bench.client.search;

import org.jspecify.annotations.NullMarked;
