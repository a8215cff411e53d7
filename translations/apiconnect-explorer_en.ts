<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>acx</name>
    <message numerus="yes">
        <source>%n B</source>
        <translation>
            <numerusform>%n B</numerusform>
            <numerusform>%n B</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::AuthorityList</name>
    <message numerus="yes">
        <source>%1 — %2 and %n more, valid until %3</source>
        <translation>
            <numerusform>%1 — %2 and %n more, valid until %3</numerusform>
            <numerusform>%1 — %2 and %n more, valid until %3</numerusform>
        </translation>
    </message>
</context>
</TS>
