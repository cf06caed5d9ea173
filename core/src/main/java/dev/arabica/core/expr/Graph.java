package dev.arabica.core.expr;

import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads an expression as a graph in which equal parts are one, constants are evaluated, widenings
 * are written out, and what is composed of simpler functions is made of these.
 */
final class Graph {
  /** More arguments than this are given to several calls, so that none needs a huge method. */
  private static final int WIDEST = 40;

  private static final Node[] NONE = {};

  private final RowType rowType;
  private final Map<Expr, Node> read = new IdentityHashMap<>();
  private final Map<Shape, Node> nodes = new HashMap<>();

  Graph(RowType rowType) {
    this.rowType = rowType;
  }

  /** What makes nodes equal. */
  private record Shape(Op op, Type type, List<Node> args) {}

  /**
   * The node of an expression.
   *
   * @throws IllegalArgumentException naming a column that the row type lacks
   */
  Node of(Expr expr) {
    Node known = read.get(expr);
    if (known == null) {
      known = readNew(expr);
      read.put(expr, known);
    }
    return known;
  }

  private Node readNew(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return constant(literal.type(), literal.value());
    }
    if (expr instanceof Expr.Column column) {
      return node(new Op.ColumnAt(rowType.require(column.name())), column.type());
    }
    if (expr instanceof Expr.Call call) {
      return call(call.function(), call.type(), ofAll(call.args()));
    }
    if (expr instanceof Expr.Struct struct) {
      return folded(new Op.StructOf(), struct.type(), ofAll(struct.values()));
    }
    Expr.FieldOf field = (Expr.FieldOf) expr;
    return field(of(field.struct()), field.field());
  }

  private Node[] ofAll(List<Expr> exprs) {
    Node[] all = new Node[exprs.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(exprs.get(i));
    }
    return all;
  }

  private Node constant(Type type, Object value) {
    return node(new Op.Constant(new Expr.Literal(type, value)), type, NONE);
  }

  /** What is of the type of the literal null is nothing else. */
  private Node node(Op op, Type type, Node... args) {
    if (type == Type.NULL && !(op instanceof Op.Constant)) {
      return constant(type, null);
    }
    Shape shape = new Shape(op, type, List.of(args));
    return nodes.computeIfAbsent(shape, s -> new Node(nodes.size(), op, type, s.args()));
  }

  private static boolean areConstant(Node... args) {
    for (Node arg : args) {
      if (!arg.isConstant()) {
        return false;
      }
    }
    return true;
  }

  private Node folded(Op op, Type type, Node... args) {
    return areConstant(args)
        ? constant(type, Binding.of(op, type, Binding.constants(args)).value(null))
        : node(op, type, args);
  }

  private Node field(Node struct, String field) {
    Type.StructType owner = (Type.StructType) struct.type();
    int position = owner.indexOf(field);
    return struct.op() instanceof Op.StructOf
        ? struct.arg(position)
        : folded(new Op.FieldAt(position), owner.fields().get(position).type(), struct);
  }

  private Node call(Function function, Type type, Node... args) {
    if (areConstant(args)) {
      return generic(function, type, args);
    }
    return switch (function) {
      case AND, OR, NOT, IS_NULL -> inline(function, type, args);
      case IF -> inline(function, type, args[0], widened(args[1], type), widened(args[2], type));
      case NULL_IF -> nullIf(type, args[0], args[1]);
      case IN ->
          args[1].type() instanceof Type.ListType ? strict(function, type, args) : membership(args);
      case COALESCE -> nested(function, type, true, widenedAll(args, type));
      case LIST -> generic(function, type, args);
      default -> strict(function, type, args);
    };
  }

  /** A call that is null when an argument is. */
  private Node strict(Function function, Type type, Node... args) {
    for (Node arg : args) {
      if (arg.isNull()) {
        return constant(type, null);
      }
    }
    return switch (function) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          comparison(function, args[0], args[1]);
      case CONCAT -> nested(function, type, false, args);
      case LEAST, GREATEST -> nested(function, type, isPlain(type), widenedAll(args, type));
      case DIVIDE, SAFE_DIV -> inline(function, type, widenedAll(args, type));
      case TO_FLOAT ->
          args[0].type() == Type.STRING ? generic(function, type, args) : toFloat(type, args[0]);
      default ->
          isInline(function, type, args[0].type())
              ? inline(function, type, widenedAll(args, type))
              : generic(function, type, args);
    };
  }

  /** Whether a strict function of such types is written as bytecode of its own. */
  private static boolean isInline(Function function, Type type, Type first) {
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY, MODULO, NEGATE, ABS, CLAMP -> isPlain(type);
      case SIGN, TO_INT -> isPlain(first);
      case IS_NAN -> first.isFloat();
      case TO_TIMESTAMP -> first == Type.DATE;
      case HOUR_OF_DAY, MINUTE_OF_HOUR, DAY_OF_WEEK, DAY_OF_MONTH, MONTH, YEAR -> true;
      case DATE_OF, TRUNCATE, DAYS_BETWEEN, ADD_DAYS, FROM_MILLIS, TO_MILLIS, TO_SECONDS -> true;
      case MILLIS, SECONDS, MINUTES, HOURS, DAYS -> true;
      default -> false;
    };
  }

  private Node generic(Function function, Type type, Node... args) {
    return folded(new Op.Call(function, false), type, args);
  }

  private Node inline(Function function, Type type, Node... args) {
    return node(new Op.Call(function, true), type, args);
  }

  private static boolean isPlain(Type type) {
    return type.storage() != Type.Storage.REF;
  }

  private Node toFloat(Type type, Node arg) {
    return arg.type().isFloat() ? inline(Function.TO_FLOAT, type, arg) : widened(arg, type);
  }

  private Node nullIf(Type type, Node value, Node nulled) {
    Node equal = call(Function.EQUAL, Type.BOOL, value, nulled);
    return inline(Function.IF, type, equal, constant(type, null), value);
  }

  private Node widened(Node inner, Type to) {
    Slot slot = new Slot(inner.type());
    Evaluator wide = Widening.widen(slot, to);
    return wide == slot ? inner : folded(new Op.Widened(), wide.type(), inner);
  }

  private Node[] widenedAll(Node[] args, Type to) {
    Node[] wide = new Node[args.length];
    for (int i = 0; i < args.length; i++) {
      wide[i] = widened(args[i], to);
    }
    return wide;
  }

  private Node comparable(Node inner, Type to) {
    return widened(inner, Widening.comparableType(inner.type(), to));
  }

  private Node comparison(Function function, Node a, Node b) {
    Type common = CommonType.of(a.type(), b.type());
    return inline(function, Type.BOOL, comparable(a, common), comparable(b, common));
  }

  /** Among constants that compare as one type, or one comparison for each of them. */
  private Node membership(Node... args) {
    List<Node> values = new ArrayList<>();
    List<Node> tests = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      Type common = CommonType.of(args[0].type(), args[i].type());
      values.add(comparable(args[i], common));
      tests.add(call(Function.EQUAL, Type.BOOL, args[0], args[i]));
    }
    Node wanted = comparable(args[0], CommonType.of(args[0].type(), args[1].type()));
    return isSearchable(wanted, args) && values.stream().allMatch(Node::isConstant)
        ? memberOf(wanted, values)
        : anyOf(tests);
  }

  /** Whether the value compares with all others as the same word, number or text. */
  private boolean isSearchable(Node wanted, Node... args) {
    for (int i = 1; i < args.length; i++) {
      if (comparable(args[0], CommonType.of(args[0].type(), args[i].type())) != wanted) {
        return false;
      }
    }
    return !wanted.isConstant() && (isPlain(wanted.type()) || wanted.type() == Type.STRING);
  }

  private Node memberOf(Node wanted, List<Node> values) {
    List<Object> present =
        values.stream().map(Node::constant).filter(Objects::nonNull).distinct().toList();
    boolean orNull = values.stream().anyMatch(Node::isNull);
    return node(new Op.MemberOf(present, orNull), Type.BOOL, wanted);
  }

  /** A balanced tree, so that it is not deep. */
  private Node anyOf(List<Node> tests) {
    if (tests.size() == 1) {
      return tests.get(0);
    }
    int half = tests.size() / 2;
    Node left = anyOf(tests.subList(0, half));
    return inline(Function.OR, Type.BOOL, left, anyOf(tests.subList(half, tests.size())));
  }

  /** A call that can be made of calls with fewer arguments. */
  private Node nested(Function function, Type type, boolean inline, Node... args) {
    List<Node> level = List.of(args);
    while (level.size() > WIDEST) {
      List<Node> calls = new ArrayList<>();
      for (int i = 0; i < level.size(); i += WIDEST) {
        List<Node> some = level.subList(i, Math.min(level.size(), i + WIDEST));
        calls.add(folded(new Op.Call(function, inline), type, some.toArray(NONE)));
      }
      level = calls;
    }
    return node(new Op.Call(function, inline), type, level.toArray(NONE));
  }
}
