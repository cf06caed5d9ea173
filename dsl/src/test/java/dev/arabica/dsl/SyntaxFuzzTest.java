package dev.arabica.dsl;

import dev.arabica.testkit.Corpus;
import dev.arabica.testkit.Fuzz;
import dev.arabica.testkit.Mutation;
import dev.arabica.testkit.Words;
import org.junit.jupiter.api.Test;

/** Whatever is made of the bytes, words and lines of real specs. */
class SyntaxFuzzTest {
  private static final Corpus CORPUS = Corpus.load();
  private static final Words WORDS = new Words(CORPUS);

  @Test
  void survivesChangedBytes() {
    Mutation mutation = new Mutation(CORPUS);
    Fuzz.check(
        600,
        random -> {
          byte[] bytes = mutation.of(CORPUS.file(random), random);
          SyntaxCheck.check(SourceFile.of("bytes.feat", bytes));
        });
  }

  @Test
  void survivesChangedWords() {
    Fuzz.check(
        600,
        random ->
            SyntaxCheck.check(
                SourceFile.of("words.feat", WORDS.changed(CORPUS.file(random), random))));
  }

  @Test
  void survivesShuffledWords() {
    Fuzz.check(
        600,
        random -> SyntaxCheck.check(SourceFile.of("shuffled.feat", WORDS.shuffled(200, random))));
  }
}
