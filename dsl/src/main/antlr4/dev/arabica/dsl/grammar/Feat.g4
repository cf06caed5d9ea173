/*
 * The feature language. One declaration after another; inside a block, one statement after another;
 * but for few places, line ends mean nothing. Every decision is made on one token, so that an error is found where it is.
 *
 * A word is reserved only where a name in its place would be misread: `word` lists the words that are
 * keywords and names at once. Three words are settled before they come here: one before `=` is always a name, `case` is
 * a keyword only before `when`, and `default` is a name where only a column can start.
 */
grammar Feat;

options { superClass = GuardedParser; }

file : packageDecl? importDecl* declaration* EOF ;

packageDecl : PACKAGE name (DOT name)* ;

importDecl : IMPORT name (DOT importStep)+ (AS name)? ;

// The last may be of any kind, those before it are names.
importStep : name | STAR | LBRACE renamed (COMMA renamed)* RBRACE ;

renamed : name (AS name)? ;

declaration
  : sourceDecl | viewDecl | featuresDecl | snapshotDecl | requestDecl | featureSetDecl | modelDecl | testDecl
  ;

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

kafkaOptions : LBRACE kafkaOption* RBRACE ;

kafkaOption : FORMAT name | SCHEMA STRING | MESSAGE STRING ;

fieldBlock : LBRACE field* RBRACE ;

// A field's type stands on the line of its name; without that, a forgotten type would eat the next name.
field : name {onSameLine()}? type COMMA? ;

// --- types: none is named like a keyword

type : (STRUCT fieldBlock | IDENT (typeElements | typeNumbers)?) QUESTION? ;

typeElements : LT type (COMMA (type | INT))? GT ;

typeNumbers : LPAREN (IDENT | INT (COMMA INT)?) RPAREN ;

// --- view

viewDecl : VIEW name FROM name (AND name)* viewBlock ;

viewBlock : LBRACE viewMember* RBRACE ;

viewMember
  : WHERE expr                         # whereMember
  | LET name ASSIGN expr               # letMember
  | DEDUP names WITHIN DURATION        # viewDedupMember
  ;

// --- features

featuresDecl : FEATURES name FROM name BY names featuresBlock ;

featuresBlock : LBRACE groupWhere? (feature | head | serve | derive)* RBRACE ;

groupWhere : WHERE expr ;

head : HEAD (OPEN | CLOSED) ;

serve : SERVE (ON_READ | ASSEMBLED EVERY DURATION) ;

derive : DERIVE newName ASSIGN expr ;

feature : newName ASSIGN name arguments featureClause* ;

featureClause
  : WHERE expr                         # whereClause
  | OVER window (COMMA window)*        # overClause
  | STEP DURATION                      # stepClause
  | ANCHOR (REQUEST | WATERMARK)       # anchorClause
  | DEFAULT defaultValue               # defaultClause
  | AS name                            # asClause
  | ALLOW PARTIAL                      # allowClause
  ;

window : DURATION | EVER ;

defaultValue : plainValue | LBRACK (plainValue (COMMA plainValue)*)? RBRACK ;

plainValue : MINUS? literal ;

// --- snapshot and request

snapshotDecl : SNAPSHOT name FROM TABLE STRING BY key (COMMA key)* VALID_FROM name columnBlock ;

key : name type? ;

requestDecl : REQUEST name columnBlock ;

columnBlock : LBRACE column* RBRACE ;

column : word {onSameLine()}? type (DEFAULT defaultValue)? COMMA? ;

// --- feature set

featureSetDecl : FEATURE_SET name FOR names setBlock ;

setBlock : LBRACE (member | derive | label)* RBRACE ;

member : newName ASSIGN target enriched? fallback? ;

enriched : ENRICHED WITH target (COMMA target)* ;

fallback : FALLBACK target ;

target : name bindings? selection? ;

bindings : LPAREN (binding (COMMA binding)*)? RPAREN ;

binding : path (COLON path)? ;

path : name (DOT name)* ;

selection : DOT (name | STAR | LBRACE renamed (COMMA renamed)* RBRACE) ;

label : LABEL newName ASSIGN name arguments labelClause* ;

labelClause
  : WHERE expr                         # labelWhere
  | FROM name bindings                 # labelFrom
  | WITHIN DURATION                    # labelWithin
  | DEFAULT defaultValue               # labelDefault
  ;

// --- model

modelDecl : MODEL name SCORES names FOR names modelBlock ;

modelBlock : LBRACE modelMember* RBRACE ;

modelMember
  : ONNX STRING                        # onnxMember
  | FEATURES name                      # featuresMember
  | INPUT name items                   # inputMember
  ;

items : LBRACK item (COMMA item)* RBRACK ;

item : expr (HASHED INT)? ;

// --- test

testDecl : TEST STRING testBlock ;

testBlock : LBRACE (given | moment | expect)* RBRACE ;

given : GIVEN name ROW+ ;

moment : AT TIMESTAMP (WATERMARK TIMESTAMP)? ;

expect : EXPECT name keyValues expectations ;

keyValues : LPAREN (keyValue (COMMA keyValue)*)? RPAREN ;

keyValue : name COLON expr ;

expectations : LBRACE expected (COMMA expected)* RBRACE ;

expected : path COLON expr (WITHIN expr)? ;

// --- expressions, tightest first

expr
  : operand                                      # plain
  | MINUS expr                                   # negation
  | expr op=(STAR | SLASH | PERCENT) expr        # binary
  | expr op=(PLUS | MINUS) expr                  # binary
  | <assoc=right> expr op=COALESCE expr          # binary
  | expr op=(EQ | NE | LT | LE | GT | GE) expr   # comparison
  | expr IS NOT? NULL                            # isNull
  | expr NOT? IN operand                         # inList
  | NOT expr                                     # not
  | expr op=AND expr                             # binary
  | expr op=OR expr                              # binary
  ;

operand : (value | bracketed) access* ;

access : DOT name | LBRACK expr RBRACK ;

value
  : literal                                      # literalValue
  | name arguments?                              # nameValue
  | LBRACE structField (COMMA structField)* RBRACE   # structValue
  | CASE caseBranch+ caseElse? END               # caseValue
  ;

bracketed
  : LPAREN expr RPAREN                           # group
  | list                                         # listValue
  ;

arguments : LPAREN (argument (COMMA argument)*)? RPAREN ;

// `half_life 2h`: a bare name and what it names, which cannot begin like the rest of an expression.
argument : expr (value access*)? ;

list : LBRACK (expr (COMMA expr)*)? RBRACK ;

structField : name (COLON expr)? ;

caseBranch : WHEN expr THEN expr ;

caseElse : ELSE expr ;

literal : INT | FLOAT | STRING | TRUE | FALSE | NULL | DURATION | TIMESTAMP ;

// --- names

names : name (COMMA name)* ;

name : word | DEFAULT ;

word
  : IDENT | PACKAGE | IMPORT | SOURCE | VIEW | FEATURES | FEATURE_SET | KAFKA | TABLE | FORMAT | SCHEMA | MESSAGE | FIELDS
  | TIME | WATERMARK | BEHIND | LATE | AHEAD | UP | TO | DEDUP | WITHIN | FROM | BY | FOR | REQUEST
  | HEAD | OPEN | CLOSED | SERVE | ON_READ | ASSEMBLED | EVERY | DERIVE | STEP | ANCHOR | EVER | ALLOW | PARTIAL
  | WHEN | THEN | ELSE | END | SNAPSHOT | VALID_FROM | ENRICHED | WITH | FALLBACK | LABEL
  | MODEL | SCORES | ONNX | INPUT | HASHED | TEST | GIVEN | AT | EXPECT
  ;

// The name that a statement gives to something.
newName : IDENT ;

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
IMPORT : 'import' ;
SCHEMA : 'schema' ;
MESSAGE : 'message' ;
HEAD : 'head' ;
OPEN : 'open' ;
CLOSED : 'closed' ;
SERVE : 'serve' ;
ON_READ : 'on_read' ;
ASSEMBLED : 'assembled' ;
EVERY : 'every' ;
DERIVE : 'derive' ;
EVER : 'ever' ;
ALLOW : 'allow' ;
PARTIAL : 'partial' ;
WHEN : 'when' ;
THEN : 'then' ;
ELSE : 'else' ;
END : 'end' ;
SNAPSHOT : 'snapshot' ;
VALID_FROM : 'valid_from' ;
ENRICHED : 'enriched' ;
WITH : 'with' ;
FALLBACK : 'fallback' ;
LABEL : 'label' ;
MODEL : 'model' ;
SCORES : 'scores' ;
ONNX : 'onnx' ;
INPUT : 'input' ;
HASHED : 'hashed' ;
TEST : 'test' ;
GIVEN : 'given' ;
AT : 'at' ;
EXPECT : 'expect' ;
DEFAULT : 'default' ;

CASE : 'case' ;
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

IDENT : [A-Za-z_] [A-Za-z0-9_]* ;

INT : DIGITS ;
FLOAT : DIGITS '.' DIGITS EXPONENT? | DIGITS EXPONENT ;
DURATION : DIGITS ('us' | 'ms' | 's' | 'm' | 'h' | 'd') ;
TIMESTAMP : D D D D '-' D D '-' D D 'T' [0-9:.]* 'Z'? ;
STRING : '"' CHARACTER* '"' ;

// A row of a table is a line of its own; the comment behind it is given back.
ROW : '|' {TableRow.startsBehind(_input)}? ~[\r\n]* {TableRow.giveBack(this);} ;
PIPE : '|' ;

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
