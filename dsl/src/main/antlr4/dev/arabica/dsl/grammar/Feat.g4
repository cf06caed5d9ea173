/*
 * The feature language. One declaration after another; inside a block, one statement after another;
 * but for one place, line ends mean nothing. Every decision is made on one token, so that an error is found where it is.
 *
 * A word is reserved only where a name in its place would be misread: `name` lists the words that are
 * keywords and names at once.
 */
grammar Feat;

options { superClass = GuardedParser; }

file : packageDecl? declaration* EOF ;

packageDecl : PACKAGE name (DOT name)* ;

declaration : sourceDecl | viewDecl | featuresDecl | featureSetDecl ;

// --- source

sourceDecl : SOURCE name sourceBlock ;

sourceBlock : LBRACE sourceMember* RBRACE ;

sourceMember
  : KAFKA STRING kafkaOptions?         # kafkaMember
  | TABLE STRING                       # tableMember
  | FIELDS fieldBlock                  # fieldsMember
  | TIME expr                          # timeMember
  | WATERMARK DURATION BEHIND          # watermarkMember
  | LATE UP TO DURATION                # lateMember
  | AHEAD UP TO DURATION               # aheadMember
  | DEDUP names WITHIN DURATION        # dedupMember
  ;

kafkaOptions : LBRACE FORMAT name RBRACE ;

fieldBlock : LBRACE field* RBRACE ;

// A field's type stands on the line of its name; without that, a forgotten type would eat the next name.
field : name {onSameLine()}? type COMMA? ;

type : (STRUCT fieldBlock | name (LT type GT | LPAREN name RPAREN)?) QUESTION? ;

// --- view

viewDecl : VIEW name FROM name viewBlock ;

viewBlock : LBRACE viewMember* RBRACE ;

viewMember
  : WHERE expr                         # whereMember
  | LET name ASSIGN expr               # letMember
  ;

// --- features

featuresDecl : FEATURES name FROM name BY names featuresBlock ;

featuresBlock : LBRACE groupWhere? feature* RBRACE ;

groupWhere : WHERE expr ;

feature : label ASSIGN name arguments featureClause* ;

featureClause
  : WHERE expr                         # whereClause
  | OVER DURATION (COMMA DURATION)*    # overClause
  | STEP DURATION                      # stepClause
  | ANCHOR (REQUEST | WATERMARK)       # anchorClause
  | DEFAULT MINUS? literal             # defaultClause
  | AS name                            # asClause
  ;

// --- feature set

featureSetDecl : FEATURE_SET name FOR names setBlock ;

setBlock : LBRACE member* RBRACE ;

member : name ASSIGN name bindings selection? ;

bindings : LPAREN (binding (COMMA binding)*)? RPAREN ;

binding : path (COLON path)? ;

path : name (DOT name)* ;

selection : DOT (name | STAR | LBRACE names RBRACE) ;

// --- expressions, tightest first

expr
  : LPAREN expr RPAREN                           # group
  | operand                                      # plain
  | MINUS expr                                   # negation
  | expr op=(STAR | SLASH | PERCENT) expr        # binary
  | expr op=(PLUS | MINUS) expr                  # binary
  | <assoc=right> expr op=COALESCE expr          # binary
  | expr op=(EQ | NE | LT | LE | GT | GE) expr   # comparison
  | expr IS NOT? NULL                            # isNull
  | expr NOT? IN list                            # inList
  | NOT expr                                     # not
  | expr op=AND expr                             # binary
  | expr op=OR expr                              # binary
  ;

operand : atom (DOT name)* ;

atom
  : literal                                      # literalAtom
  | name arguments?                              # nameAtom
  | list                                         # listAtom
  | LBRACE structField (COMMA structField)* RBRACE   # structAtom
  ;

arguments : LPAREN (argument (COMMA argument)*)? RPAREN ;

// `half_life 2h`: a bare name and its value. The value cannot begin like the rest of an expression.
argument : expr operand? ;

list : LBRACK (expr (COMMA expr)*)? RBRACK ;

structField : name (COLON expr)? ;

literal : INT | FLOAT | STRING | TRUE | FALSE | NULL | DURATION | TIMESTAMP ;

// --- names

names : name (COMMA name)* ;

name : label | STEP | ANCHOR | DEFAULT ;

// A feature's own name: none of the words that continue the feature before it.
label
  : IDENT | PACKAGE | SOURCE | VIEW | FEATURES | FEATURE_SET | KAFKA | TABLE | FORMAT | FIELDS | TIME
  | WATERMARK | BEHIND | LATE | AHEAD | UP | TO | DEDUP | WITHIN | FROM | BY | FOR | REQUEST
  ;

// --- tokens

PACKAGE : 'package' ;
SOURCE : 'source' ;
VIEW : 'view' ;
FEATURES : 'features' ;
FEATURE_SET : 'feature_set' ;
KAFKA : 'kafka' ;
TABLE : 'table' ;
FORMAT : 'format' ;
FIELDS : 'fields' ;
TIME : 'time' ;
WATERMARK : 'watermark' ;
BEHIND : 'behind' ;
LATE : 'late' ;
AHEAD : 'ahead' ;
UP : 'up' ;
TO : 'to' ;
DEDUP : 'dedup' ;
WITHIN : 'within' ;
FROM : 'from' ;
BY : 'by' ;
FOR : 'for' ;
REQUEST : 'request' ;
STEP : 'step' ;
ANCHOR : 'anchor' ;
DEFAULT : 'default' ;

STRUCT : 'struct' ;
WHERE : 'where' ;
LET : 'let' ;
OVER : 'over' ;
AS : 'as' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
IS : 'is' ;
IN : 'in' ;
NULL : 'null' ;
TRUE : 'true' ;
FALSE : 'false' ;

LBRACE : '{' ;
RBRACE : '}' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
COMMA : ',' ;
COLON : ':' ;
DOT : '.' ;
ASSIGN : '=' ;
EQ : '==' ;
NE : '!=' ;
LE : '<=' ;
GE : '>=' ;
LT : '<' ;
GT : '>' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
PERCENT : '%' ;
COALESCE : '??' ;
QUESTION : '?' ;
PIPE : '|' ;

IDENT : [A-Za-z_] [A-Za-z0-9_]* ;

INT : DIGITS ;
FLOAT : DIGITS '.' DIGITS EXPONENT? | DIGITS EXPONENT ;
DURATION : DIGITS ('us' | 'ms' | 's' | 'm' | 'h' | 'd') ;
TIMESTAMP : D D D D '-' D D '-' D D 'T' [0-9:.]* 'Z'? ;
STRING : '"' CHARACTER* '"' ;

// A carriage return alone ends no line, so it ends no comment either.
DOC : '///' (~[/\n] ~[\n]*)? ;
COMMENT : '//' ~[\n]* -> channel(HIDDEN) ;
SPACE : [ \t\r\n\f]+ -> skip ;

// --- what people type by habit or by mistake; each gets its own diagnostic, and what its author meant reaches the parser

MALFORMED_NUMBER : D WORD* ('.' D WORD*)? ;
UNTERMINATED_STRING : '"' CHARACTER* '\\'? ;
SINGLE_QUOTED : '\'' ('\\' ~[\r\n] | ~['\\\r\n])* '\'' ;
BLOCK_COMMENT : '/*' .*? ('*/' | EOF) ;
HASH_COMMENT : '#' ~[\r\n]* ;
SEMICOLON : ';' ;
FOREIGN_AND : '&&' ;
FOREIGN_OR : '||' ;
FOREIGN_NOT : '!' ;
UNEXPECTED : . ;

fragment D : [0-9] ;
fragment DIGITS : D+ ('_' D+)* ;
fragment EXPONENT : [eE] [+-]? D+ ;
fragment WORD : [A-Za-z0-9_] ;
fragment CHARACTER : '\\' ~[\r\n] | ~["\\\r\n] ;
