/// Who is here and who is typing: asked for and told only as long as this account shares it itself.
@NullMarked
package org.juntos.engine.presence;

import org.jspecify.annotations.NullMarked;
