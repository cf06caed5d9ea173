package dev.arabica.compiler;

import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.ImportDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds packages that import each other in a circle: each import that closes one. Without
 * recursion, since a chain of imports may be as long as there are files.
 */
final class PackageCycles {
  private static final int SHOWN = 8;

  private final Map<String, Map<String, Span>> imports = new LinkedHashMap<>();
  private final Findings findings;
  private final Set<String> done = new HashSet<>();
  private final List<String> path = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Deque<Iterator<Map.Entry<String, Span>>> open = new ArrayDeque<>();

  PackageCycles(List<FeatFile> files, Packages packages, Findings findings) {
    this.findings = findings;
    for (FeatFile file : files) {
      String own = Packages.nameOf(file);
      for (ImportDecl decl : file.imports()) {
        String target = decl.packageName().text();
        if (!target.equals(own) && packages.has(target)) {
          imports
              .computeIfAbsent(own, name -> new LinkedHashMap<>())
              .putIfAbsent(target, decl.packageName().span());
        }
      }
    }
  }

  void report() {
    for (String packageName : imports.keySet()) {
      if (!done.contains(packageName)) {
        walkFrom(packageName);
      }
    }
  }

  private void walkFrom(String first) {
    enter(first);
    while (!open.isEmpty()) {
      if (open.peek().hasNext()) {
        follow(open.peek().next());
      } else {
        leave();
      }
    }
  }

  private void follow(Map.Entry<String, Span> edge) {
    if (positions.containsKey(edge.getKey())) {
      closes(edge.getKey(), edge.getValue());
    } else if (!done.contains(edge.getKey())) {
      enter(edge.getKey());
    }
  }

  private void enter(String packageName) {
    positions.put(packageName, path.size());
    path.add(packageName);
    open.push(imports.getOrDefault(packageName, Map.of()).entrySet().iterator());
  }

  private void leave() {
    open.pop();
    String last = path.remove(path.size() - 1);
    positions.remove(last);
    done.add(last);
  }

  private void closes(String packageName, Span span) {
    List<String> circle = path.subList(positions.get(packageName), path.size());
    findings.error(
        CompilerCodes.CYCLE,
        span,
        "packages import each other in a circle: " + listing(circle),
        "move what several of them need into a package of its own");
  }

  private static String listing(List<String> circle) {
    List<String> shown = new ArrayList<>();
    for (String name : circle.subList(0, Math.min(SHOWN, circle.size()))) {
      shown.add("`" + name + "`");
    }
    if (circle.size() > SHOWN) {
      shown.add("...");
    }
    shown.add("`" + circle.get(0) + "`");
    return String.join(" -> ", shown);
  }
}
