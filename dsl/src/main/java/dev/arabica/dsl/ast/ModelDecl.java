package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code model l2 scores snap_id for user_id { ... }}.
 *
 * @param scores the keys that tell the candidates of one request apart
 * @param keys the keys that all of them share
 * @param onnx the path of the model
 * @param features the feature set that it reads
 */
public record ModelDecl(
    Optional<String> doc,
    Name name,
    List<Name> scores,
    List<Name> keys,
    Optional<StringExpr> onnx,
    Optional<Name> features,
    List<InputDecl> inputs,
    Span span)
    implements Decl {
  public ModelDecl {
    scores = List.copyOf(scores);
    keys = List.copyOf(keys);
    inputs = List.copyOf(inputs);
  }
}
