/// People: links, requests, blocking, safety numbers.
@NullMarked
package org.juntos.engine.contact;

import org.jspecify.annotations.NullMarked;
