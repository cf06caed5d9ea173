package dev.arabica.core.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Functions of strings. They count code points: half a surrogate pair is nowhere seen. */
final class TextCalls {
  /** So that no small event grows into a huge one. */
  private static final int LONGEST = 1_000_000;

  private TextCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    return new StrictEvaluator(call.type(), args, body(call));
  }

  private static StrictEvaluator.Body body(Expr.Call call) {
    return switch (call.function()) {
      case LOWER -> (a, out) -> out.putRef(text(a, 0).toLowerCase(Locale.ROOT));
      case UPPER -> (a, out) -> out.putRef(text(a, 0).toUpperCase(Locale.ROOT));
      case TRIM -> (a, out) -> out.putRef(trim(text(a, 0)));
      case CONTAINS -> (a, out) -> out.putBool(text(a, 0).contains(text(a, 1)));
      case STARTS_WITH -> (a, out) -> out.putBool(text(a, 0).startsWith(text(a, 1)));
      case ENDS_WITH -> (a, out) -> out.putBool(text(a, 0).endsWith(text(a, 1)));
      case CONCAT -> TextCalls::concat;
      case SUBSTRING -> TextCalls::substring;
      case REPLACE -> (a, out) -> out.putRef(replace(text(a, 0), text(a, 1), text(a, 2)));
      case SPLIT -> (a, out) -> out.putRef(split(text(a, 0), text(a, 1)));
      case JOIN -> (a, out) -> out.putRef(join((List<?>) a[0].refResult, text(a, 1)));
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  /** The position of a text in another, in code points. */
  static boolean indexOf(Evaluator[] args, Evaluator out) {
    String text = text(args, 0);
    int index = text.indexOf(text(args, 1));
    return index >= 0 && out.putLong(text.codePointCount(0, index));
  }

  static long length(String text) {
    return text.codePointCount(0, text.length());
  }

  static String text(Evaluator[] args, int position) {
    return (String) args[position].refResult;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean concat(Evaluator[] args, Evaluator out) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < args.length; i++) {
      text.append(text(args, i));
    }
    return out.putRef(text.toString());
  }

  private static boolean substring(Evaluator[] args, Evaluator out) {
    String text = text(args, 0);
    int length = text.codePointCount(0, text.length());
    int from = Slices.start(args, length);
    int end = Slices.end(args, from, length);
    if (end < from) {
      return false;
    }
    int start = text.offsetByCodePoints(0, from);
    return out.putRef(text.substring(start, text.offsetByCodePoints(start, end - from)));
  }

  private static String replace(String text, String old, String replacement) {
    if (old.isEmpty()) {
      return text;
    }
    long length = length(text);
    for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
      length += length(replacement) - length(old);
    }
    return length > LONGEST ? null : text.replace(old, replacement);
  }

  private static List<Object> split(String text, String separator) {
    if (separator.isEmpty()) {
      return null;
    }
    List<Object> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      parts.add(text.substring(start, at));
      start = at + separator.length();
    }
    parts.add(text.substring(start));
    return Collections.unmodifiableList(parts);
  }

  private static String join(List<?> parts, String separator) {
    StringBuilder text = new StringBuilder();
    long length = -length(separator);
    for (Object part : parts) {
      if (part == null) {
        continue;
      }
      text.append(length < 0 && text.isEmpty() ? "" : separator).append((String) part);
      length += length(separator) + length((String) part);
      if (length > LONGEST) {
        return null;
      }
    }
    return text.toString();
  }
}
