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
    <message numerus="yes">
        <source>The list has more than %n pages.</source>
        <translation>
            <numerusform>The list has more than %n page.</numerusform>
            <numerusform>The list has more than %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages were joined.</source>
        <translation>
            <numerusform>%n page was joined.</numerusform>
            <numerusform>%n pages were joined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bodies of %n request(s) were too large to be kept.</source>
        <translation>
            <numerusform>The body of %n request was too large to be kept.</numerusform>
            <numerusform>The bodies of %n requests were too large to be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n s.</source>
        <translation>
            <numerusform>Try again in %n s.</numerusform>
            <numerusform>Try again in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is no JSON Web Token: it has %n parts, not three.</source>
        <translation>
            <numerusform>This is no JSON Web Token: it has %n part, not three.</numerusform>
            <numerusform>This is no JSON Web Token: it has %n parts, not three.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes arrived. %1</source>
        <translation>
            <numerusform>%n byte arrived. %1</numerusform>
            <numerusform>%n bytes arrived. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n hours.</source>
        <translation>
            <numerusform>Try again in %n hour.</numerusform>
            <numerusform>Try again in %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::AnswerHead</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
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
<context>
    <name>acx::BodyFindings</name>
    <message numerus="yes">
        <source>%n place(s) do not fit the schema.</source>
        <translation>
            <numerusform>%n place does not fit the schema.</numerusform>
            <numerusform>%n places do not fit the schema.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::CatalogModel</name>
    <message numerus="yes">
        <source>%1, %2, %n operation(s)</source>
        <translation>
            <numerusform>%1, %2, %n operation</numerusform>
            <numerusform>%1, %2, %n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n operation(s)</source>
        <translation>
            <numerusform>%1: %n operation</numerusform>
            <numerusform>%1: %n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n operation(s)</source>
        <translation>
            <numerusform>%1, %n operation</numerusform>
            <numerusform>%1, %n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::CatalogPanel</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::CertificateDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::ClearQuestion</name>
    <message numerus="yes">
        <source>Remove all %n request(s)?</source>
        <translation>
            <numerusform>Remove %n request?</numerusform>
            <numerusform>Remove all %n requests?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::DefinitionCard</name>
    <message numerus="yes">
        <source>%n operation(s), read %1</source>
        <translation>
            <numerusform>%n operation, read %1</numerusform>
            <numerusform>%n operations, read %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::ExplorerTab</name>
    <message numerus="yes">
        <source>%1, after a pause of %n s that was asked for</source>
        <translation>
            <numerusform>%1, after a pause of %n s that was asked for</numerusform>
            <numerusform>%1, after a pause of %n s that was asked for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::HistoryCompare</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n difference(s); there are more.</source>
        <translation>
            <numerusform>The first %n difference; there are more.</numerusform>
            <numerusform>The first %n differences; there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n equal line(s)</source>
        <translation>
            <numerusform>… %n equal line</numerusform>
            <numerusform>… %n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::HistoryScreen</name>
    <message numerus="yes">
        <source>%n request(s) are marked.</source>
        <translation>
            <numerusform>%n request is marked.</numerusform>
            <numerusform>%n requests are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) removed from the history.</source>
        <translation>
            <numerusform>%n request removed from the history.</numerusform>
            <numerusform>%n requests removed from the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::JsonTreePage</name>
    <message numerus="yes">
        <source>Unfold %n level(s)</source>
        <translation>
            <numerusform>Unfold %n level</numerusform>
            <numerusform>Unfold %n levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) found.</source>
        <translation>
            <numerusform>%n value found.</numerusform>
            <numerusform>%n values found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) deep</source>
        <translation>
            <numerusform>%n level deep</numerusform>
            <numerusform>%n levels deep</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::RequestPause</name>
    <message numerus="yes">
        <source>Sending is possible again in %n s.</source>
        <translation>
            <numerusform>Sending is possible again in %n s.</numerusform>
            <numerusform>Sending is possible again in %n s.</numerusform>
        </translation>
    </message>
</context>
</TS>
