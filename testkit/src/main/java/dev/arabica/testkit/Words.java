package dev.arabica.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Random changes to the words and lines of specs: what is left is made of what specs are made of,
 * and gets further than random bytes do.
 */
public final class Words {
  private static final String WORD_ENDS = "(?<=\\W)|(?=\\W)";

  private final Corpus corpus;

  public Words(Corpus corpus) {
    this.corpus = corpus;
  }

  /** The text with a few words or lines that are others, are gone, or stand elsewhere. */
  public String changed(byte[] spec, Random random) {
    String text = text(spec);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = random.nextInt(4) == 0 ? lines(text, random) : words(text, random);
    }
    return text;
  }

  /** So many words of one file in any order. */
  public String shuffled(int count, Random random) {
    String[] words = text(corpus.file(random)).split(WORD_ENDS);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private String words(String text, Random random) {
    String[] words = text.split(WORD_ENDS);
    String[] others = random.nextInt(3) == 0 ? text(corpus.file(random)).split(WORD_ENDS) : words;
    words[random.nextInt(words.length)] = others[random.nextInt(others.length)];
    return String.join("", words);
  }

  private String lines(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String[] others = text(corpus.file(random)).split("\n", -1);
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.add(at, others[random.nextInt(others.length)]);
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines);
  }

  private static String text(byte[] spec) {
    return new String(spec, StandardCharsets.UTF_8);
  }
}
