<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>acx</name>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation>der Text ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>a JSON value cannot begin like this</source>
        <translation>ein JSON-Wert kann nicht so beginnen</translation>
    </message>
    <message>
        <source>there is more text after the end of the JSON value</source>
        <translation>nach dem Ende des JSON-Werts folgt weiterer Text</translation>
    </message>
    <message>
        <source>a member name in double quotes is missing</source>
        <translation>ein Elementname in doppelten Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a colon is missing after a member name</source>
        <translation>nach einem Elementnamen fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a comma or a closing brace is missing</source>
        <translation>ein Komma oder eine schließende geschweifte Klammer fehlt</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing</source>
        <translation>ein Komma oder eine schließende eckige Klammer fehlt</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation>\u braucht vier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>a \u escape is only one half of a character</source>
        <translation>eine \u-Sequenz ist nur die Hälfte eines Zeichens</translation>
    </message>
    <message>
        <source>a text holds an unknown escape or an unescaped control character</source>
        <translation>ein Text enthält eine unbekannte Escape-Sequenz oder ein nicht maskiertes Steuerzeichen</translation>
    </message>
    <message>
        <source>a closing quotation mark is missing</source>
        <translation>ein schließendes Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>a number is not complete</source>
        <translation>eine Zahl ist nicht vollständig</translation>
    </message>
    <message>
        <source>a value is missing or not one that JSON knows</source>
        <translation>ein Wert fehlt oder ist keiner, den JSON kennt</translation>
    </message>
    <message>
        <source>values are nested deeper than %1 levels</source>
        <translation>Werte sind tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>der Text ist leer</translation>
    </message>
    <message>
        <source>the text ends before its JSON value is complete</source>
        <translation>der Text endet, bevor sein JSON-Wert vollständig ist</translation>
    </message>
    <message>
        <source>the text holds a NUL byte</source>
        <translation>der Text enthält ein NUL-Byte</translation>
    </message>
    <message>
        <source>Write it as https://host/path.</source>
        <translation>Schreiben Sie sie als https://host/path.</translation>
    </message>
    <message>
        <source>The URL has no usable host.</source>
        <translation>Die URL hat keinen brauchbaren Host.</translation>
    </message>
    <message>
        <source>The URL holds a user name or password.</source>
        <translation>Die URL enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>Only https URLs can be called.</source>
        <translation>Nur https-URLs können aufgerufen werden.</translation>
    </message>
    <message>
        <source>Without https anyone on the way could read along. Plain http is only for this computer.</source>
        <translation>Ohne https könnte unterwegs jeder mitlesen. Unverschlüsseltes http ist nur für diesen Computer möglich.</translation>
    </message>
    <message>
        <source>There is no path.</source>
        <translation>Es fehlt ein Pfad.</translation>
    </message>
    <message>
        <source>Give a path such as /api/orgs, or a whole URL.</source>
        <translation>Geben Sie einen Pfad wie /api/orgs oder eine vollständige URL an.</translation>
    </message>
    <message>
        <source>The path holds a control character.</source>
        <translation>Der Pfad enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>Write it percent-encoded, for example %0A.</source>
        <translation>Schreiben Sie es prozentkodiert, zum Beispiel %0A.</translation>
    </message>
    <message>
        <source>The path holds a #, which is never sent.</source>
        <translation>Der Pfad enthält ein #, das nie gesendet wird.</translation>
    </message>
    <message>
        <source>Write %23 if it belongs to a name.</source>
        <translation>Schreiben Sie %23, wenn es zu einem Namen gehört.</translation>
    </message>
    <message>
        <source>This profile has no API host.</source>
        <translation>Dieses Profil hat keinen API-Host.</translation>
    </message>
    <message>
        <source>Enter the API host in the profile, or give a whole URL.</source>
        <translation>Tragen Sie den API-Host im Profil ein oder geben Sie eine vollständige URL an.</translation>
    </message>
    <message>
        <source>The method holds a character that a method cannot have.</source>
        <translation>Die Methode enthält ein Zeichen, das in einer Methode nicht vorkommen darf.</translation>
    </message>
    <message>
        <source>Use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS.</source>
        <translation>Verwenden Sie GET, POST, PUT, PATCH, DELETE, HEAD oder OPTIONS.</translation>
    </message>
    <message>
        <source>The method %1 is for proxies, not for an API.</source>
        <translation>Die Methode %1 ist für Proxys gedacht, nicht für eine API.</translation>
    </message>
    <message>
        <source>The header name “%1” cannot be sent.</source>
        <translation>Der Headername „%1“ kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>A header name has letters, digits and hyphens only.</source>
        <translation>Ein Headername besteht nur aus Buchstaben, Ziffern und Bindestrichen.</translation>
    </message>
    <message>
        <source>The value of the header %1 holds a control character.</source>
        <translation>Der Wert des Headers %1 enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>Write the value on one line.</source>
        <translation>Schreiben Sie den Wert in eine Zeile.</translation>
    </message>
    <message>
        <source>The header %1 follows from the request.</source>
        <translation>Der Header %1 ergibt sich aus der Anfrage.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>The request carries your own Authorization header instead of the profile&apos;s token.</source>
        <translation>Die Anfrage enthält Ihren eigenen Authorization-Header statt des Tokens des Profils.</translation>
    </message>
    <message>
        <source>%1 does not take a token of this kind, so the request went without one.</source>
        <translation>%1 nimmt kein Token dieser Art an, deshalb wurde die Anfrage ohne Token gesendet.</translation>
    </message>
    <message>
        <source>%1 does not belong to this profile, so the request went without a token.</source>
        <translation>%1 gehört nicht zu diesem Profil, deshalb wurde die Anfrage ohne Token gesendet.</translation>
    </message>
    <message>
        <source>Line %1 of the headers has no colon.</source>
        <translation>Zeile %1 der Header enthält keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>Write headers as Name: value, one a line.</source>
        <translation>Schreiben Sie Header als Name: Wert, einen pro Zeile.</translation>
    </message>
    <message>
        <source>Line %1 of the headers.</source>
        <translation>Zeile %1 der Header.</translation>
    </message>
    <message>
        <source>%1 gave no complete answer within %2 s.</source>
        <translation>%1 gab innerhalb von %2 s keine vollständige Antwort.</translation>
    </message>
    <message>
        <source>The sandbox did not start.</source>
        <translation>Die Sandbox ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Run “acx sandbox” in a terminal to see why.</source>
        <translation>Führen Sie „acx sandbox“ in einem Terminal aus, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>The program “acx”, which holds the sandbox, was not found.</source>
        <translation>Das Programm „acx“, das die Sandbox enthält, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install it beside this program.</source>
        <translation>Installieren Sie es neben diesem Programm.</translation>
    </message>
    <message>
        <source>The sandbox did not say where it listens.</source>
        <translation>Die Sandbox hat nicht mitgeteilt, unter welcher Adresse sie erreichbar ist.</translation>
    </message>
    <message>
        <source>Start the sandbox again.</source>
        <translation>Starten Sie die Sandbox erneut.</translation>
    </message>
    <message>
        <source>The sandbox could not start.</source>
        <translation>Die Sandbox konnte nicht starten.</translation>
    </message>
    <message>
        <source>The sandbox listens on %1.</source>
        <translation>Die Sandbox ist unter %1 erreichbar.</translation>
    </message>
    <message>
        <source>All of this is made up and ends with the sandbox. Press Ctrl+C to end it.</source>
        <translation>All dies ist erfunden und endet mit der Sandbox. Drücken Sie Strg+C, um sie zu beenden.</translation>
    </message>
    <message>
        <source>Standard output cannot be written to.</source>
        <translation>Auf die Standardausgabe kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The sandbox cannot listen on port %1.</source>
        <translation>Die Sandbox kann Port %1 nicht verwenden.</translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any free one.</source>
        <translation>Wählen Sie einen anderen Port oder 0 für einen beliebigen freien.</translation>
    </message>
    <message>
        <source>The certificate of the sandbox could not be written.</source>
        <translation>Das Zertifikat der Sandbox konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the folder for temporary files has room.</source>
        <translation>Prüfen Sie, ob im Ordner für temporäre Dateien genug Platz ist.</translation>
    </message>
    <message>
        <source>Unlock the keychain, then remove it again.</source>
        <translation>Entsperren Sie den Schlüsselbund und entfernen Sie ihn dann erneut.</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>Der Schlüssel ist leer.</translation>
    </message>
    <message>
        <source>Choose a file or paste a text that holds an API key.</source>
        <translation>Wählen Sie eine Datei oder fügen Sie einen Text ein, der einen API-Schlüssel enthält.</translation>
    </message>
    <message>
        <source>The key contains a NUL character, which no keychain can keep.</source>
        <translation>Der Schlüssel enthält ein NUL-Zeichen, das kein Schlüsselbund speichern kann.</translation>
    </message>
    <message>
        <source>Copy the key again from where it was made.</source>
        <translation>Kopieren Sie den Schlüssel noch einmal von dort, wo er erstellt wurde.</translation>
    </message>
    <message>
        <source>The key is not readable text.</source>
        <translation>Der Schlüssel ist kein lesbarer Text.</translation>
    </message>
    <message>
        <source>An earlier call has not come back yet.</source>
        <translation>Ein früherer Aufruf ist noch nicht zurückgekehrt.</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur diese Sitzung</translation>
    </message>
    <message>
        <source>Delete it yourself if you no longer need it.</source>
        <translation>Löschen Sie sie selbst, wenn Sie sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>Another file has taken the place of the key file, so it was not deleted.</source>
        <translation>Eine andere Datei ist an die Stelle der Schlüsseldatei getreten, deshalb wurde sie nicht gelöscht.</translation>
    </message>
    <message>
        <source>The key file has a second name (a hard link), so it was not deleted.</source>
        <translation>Die Schlüsseldatei hat einen zweiten Namen (einen harten Link), deshalb wurde sie nicht gelöscht.</translation>
    </message>
    <message>
        <source>The file no longer holds the imported key, so it was not deleted.</source>
        <translation>Die Datei enthält den importierten Schlüssel nicht mehr, deshalb wurde sie nicht gelöscht.</translation>
    </message>
    <message>
        <source>This is a link, so neither it nor the file that it leads to was deleted.</source>
        <translation>Dies ist ein Link, deshalb wurde weder er noch die Datei gelöscht, auf die er verweist.</translation>
    </message>
    <message>
        <source>The key file cannot be examined, so it was not deleted.</source>
        <translation>Die Schlüsseldatei kann nicht untersucht werden, deshalb wurde sie nicht gelöscht.</translation>
    </message>
    <message>
        <source>The key file could not be deleted; the key is still in it.</source>
        <translation>Die Schlüsseldatei konnte nicht gelöscht werden; der Schlüssel ist noch darin.</translation>
    </message>
    <message>
        <source>A file of this name is there again after the key file was deleted.</source>
        <translation>Nach dem Löschen der Schlüsseldatei gibt es wieder eine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>Prüfen Sie den Namen oder wählen Sie die Datei erneut aus.</translation>
    </message>
    <message>
        <source>The link does not lead to a file.</source>
        <translation>Der Link führt zu keiner Datei.</translation>
    </message>
    <message>
        <source>Choose the file itself.</source>
        <translation>Wählen Sie die Datei selbst aus.</translation>
    </message>
    <message>
        <source>This is not a file but a device or a socket.</source>
        <translation>Dies ist keine Datei, sondern ein Gerät oder ein Socket.</translation>
    </message>
    <message>
        <source>Choose the downloaded apikey.json.</source>
        <translation>Wählen Sie die heruntergeladene apikey.json aus.</translation>
    </message>
    <message>
        <source>You are not allowed to read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>Give yourself the right to read it, or choose another file.</source>
        <translation>Geben Sie sich das Leserecht oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Die Datei kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Copy it to another folder and try again.</source>
        <translation>Kopieren Sie sie in einen anderen Ordner und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Choose the apikey.json that IBM Cloud offered for download when the key was made.</source>
        <translation>Wählen Sie die apikey.json aus, die IBM Cloud beim Erstellen des Schlüssels zum Herunterladen angeboten hat.</translation>
    </message>
    <message>
        <source>The UTF-16 text is damaged or cut off.</source>
        <translation>Der UTF-16-Text ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>This is a binary file, not an API key.</source>
        <translation>Dies ist eine Binärdatei und kein API-Schlüssel.</translation>
    </message>
    <message>
        <source>The text is not encoded in UTF-8 or UTF-16.</source>
        <translation>Der Text ist nicht in UTF-8 oder UTF-16 kodiert.</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or choose the downloaded apikey.json.</source>
        <translation>Speichern Sie ihn als UTF-8 oder wählen Sie die heruntergeladene apikey.json aus.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file holds nothing but white space.</source>
        <translation>Die Datei enthält nur Leerraum.</translation>
    </message>
    <message>
        <source>This is only the description of an API key; the key itself is not in it.</source>
        <translation>Dies ist nur die Beschreibung eines API-Schlüssels; der Schlüssel selbst ist nicht darin.</translation>
    </message>
    <message>
        <source>IBM Cloud shows a key only when it is made. Make a new one and download it.</source>
        <translation>IBM Cloud zeigt einen Schlüssel nur beim Erstellen. Erstellen Sie einen neuen und laden Sie ihn herunter.</translation>
    </message>
    <message>
        <source>The text has several lines, and none of them is marked as an API key.</source>
        <translation>Der Text hat mehrere Zeilen, und keine davon ist als API-Schlüssel gekennzeichnet.</translation>
    </message>
    <message>
        <source>Paste only the key, or choose the downloaded apikey.json.</source>
        <translation>Fügen Sie nur den Schlüssel ein oder wählen Sie die heruntergeladene apikey.json aus.</translation>
    </message>
    <message>
        <source>The file holds two different API keys.</source>
        <translation>Die Datei enthält zwei verschiedene API-Schlüssel.</translation>
    </message>
    <message>
        <source>Paste only the one that you mean.</source>
        <translation>Fügen Sie nur den gemeinten ein.</translation>
    </message>
    <message>
        <source>This file holds a client ID and a client secret, but no API key.</source>
        <translation>Diese Datei enthält eine Client-ID und ein Client-Geheimnis, aber keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Use it as the client of a profile for SaaS or your own host, and import the API key itself.</source>
        <translation>Verwenden Sie sie als Client eines Profils für SaaS oder Ihren eigenen Host und importieren Sie den API-Schlüssel selbst.</translation>
    </message>
    <message>
        <source>This file holds tokens, not an API key.</source>
        <translation>Diese Datei enthält Tokens und keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Tokens expire within hours. Import the API key that they were made from.</source>
        <translation>Tokens laufen nach einigen Stunden ab. Importieren Sie den API-Schlüssel, aus dem sie erstellt wurden.</translation>
    </message>
    <message>
        <source>This JSON file holds no API key: it has no member apikey.</source>
        <translation>Diese JSON-Datei enthält keinen API-Schlüssel: Sie hat kein Element apikey.</translation>
    </message>
    <message>
        <source>This JSON file is not an API key: it is no object with a member apikey.</source>
        <translation>Diese JSON-Datei ist kein API-Schlüssel: Sie ist kein Objekt mit einem Element apikey.</translation>
    </message>
    <message>
        <source>The list of profiles in %1 cannot be read.</source>
        <translation>Die Profilliste in %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the permissions of this file, then start again.</source>
        <translation>Prüfen Sie die Berechtigungen dieser Datei und starten Sie dann erneut.</translation>
    </message>
    <message>
        <source>The list of profiles in %1 was written by a newer version of this program.</source>
        <translation>Die Profilliste in %1 wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>Use that version, or move the file away to begin anew.</source>
        <translation>Verwenden Sie diese Version oder verschieben Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Another program is changing the list of profiles.</source>
        <translation>Ein anderes Programm ändert gerade die Profilliste.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The list of profiles in %1 cannot be changed.</source>
        <translation>Die Profilliste in %1 kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Berechtigungen des Ordners.</translation>
    </message>
    <message>
        <source>The list of profiles was damaged and could not be read.</source>
        <translation>Die Profilliste war beschädigt und konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A part of the list of profiles was damaged and could not be read.</source>
        <translation>Ein Teil der Profilliste war beschädigt und konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It is still in %1, because no copy can be made in that folder.</source>
        <translation>Sie liegt weiterhin in %1, weil in diesem Ordner keine Kopie angelegt werden kann.</translation>
    </message>
    <message>
        <source>It was kept as %1. The keys are still in the keychain; import them again to make new profiles.</source>
        <translation>Sie wurde als %1 aufbewahrt. Die Schlüssel sind noch im Schlüsselbund; importieren Sie sie erneut, um neue Profile anzulegen.</translation>
    </message>
    <message>
        <source>The list of profiles in %1 is damaged.</source>
        <translation>Die Profilliste in %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Start the program again: it keeps a copy and begins a new list.</source>
        <translation>Starten Sie das Programm neu: Es bewahrt eine Kopie auf und beginnt eine neue Liste.</translation>
    </message>
    <message>
        <source>There already is a profile named “%1”.</source>
        <translation>Es gibt bereits ein Profil namens „%1“.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The keychain already holds the new key, and the old one could not be put back.</source>
        <translation>Der Schlüsselbund enthält bereits den neuen Schlüssel, und der alte konnte nicht zurückgelegt werden.</translation>
    </message>
    <message>
        <source>The key that was just stored could not be removed again.</source>
        <translation>Der gerade gespeicherte Schlüssel konnte nicht wieder entfernt werden.</translation>
    </message>
    <message>
        <source>The profile has no name.</source>
        <translation>Das Profil hat keinen Namen.</translation>
    </message>
    <message>
        <source>Give it one, for example the name of the account.</source>
        <translation>Geben Sie ihm einen, zum Beispiel den Namen des Kontos.</translation>
    </message>
    <message>
        <source>The name of the profile is too long.</source>
        <translation>Der Name des Profils ist zu lang.</translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation>Verwenden Sie höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name of the profile holds a control character.</source>
        <translation>Der Name des Profils enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>Use letters, digits, blanks and punctuation.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern, Leerzeichen und Satzzeichen.</translation>
    </message>
    <message>
        <source>This profile no longer exists.</source>
        <translation>Dieses Profil gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Choose another profile, or import the API key again.</source>
        <translation>Wählen Sie ein anderes Profil oder importieren Sie den API-Schlüssel erneut.</translation>
    </message>
    <message>
        <source>The key of “%1” was kept for one session only and is gone.</source>
        <translation>Der Schlüssel von „%1“ wurde nur für eine Sitzung aufbewahrt und ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>The keychain no longer has the key of “%1”.</source>
        <translation>Der Schlüsselbund enthält den Schlüssel von „%1“ nicht mehr.</translation>
    </message>
    <message>
        <source>Import the API key again into this profile, or remove the profile.</source>
        <translation>Importieren Sie den API-Schlüssel erneut in dieses Profil oder entfernen Sie das Profil.</translation>
    </message>
    <message>
        <source>The profile “%1” stays until its key is gone. %2</source>
        <translation>Das Profil „%1“ bleibt bestehen, bis sein Schlüssel entfernt ist. %2</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions, then try again. What was there before is unchanged.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Berechtigungen und versuchen Sie es dann erneut. Der vorherige Inhalt ist unverändert.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions, then try again.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Berechtigungen und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete or not JSON: line %2, column %3, after %4 of %5 bytes.</source>
        <translation>Die Antwort von %1 ist unvollständig oder kein JSON: Zeile %2, Spalte %3, nach %4 von %5 Bytes.</translation>
    </message>
    <message>
        <source>Try again; what came is kept.</source>
        <translation>Versuchen Sie es erneut; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>A header name holds characters that no header name may hold.</source>
        <translation>Ein Headername enthält Zeichen, die kein Headername enthalten darf.</translation>
    </message>
    <message>
        <source>Use letters, digits and hyphens.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>The value of the header %1 holds a line break or another control character.</source>
        <translation>Der Wert des Headers %1 enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>Remove it and send again.</source>
        <translation>Entfernen Sie es und senden Sie erneut.</translation>
    </message>
    <message>
        <source>The header %1 is set by this program and cannot be given.</source>
        <translation>Der Header %1 wird von diesem Programm gesetzt und kann nicht angegeben werden.</translation>
    </message>
    <message>
        <source>This is not a complete URL.</source>
        <translation>Dies ist keine vollständige URL.</translation>
    </message>
    <message>
        <source>Give one that begins with https:// and a host name.</source>
        <translation>Geben Sie eine an, die mit https:// und einem Hostnamen beginnt.</translation>
    </message>
    <message>
        <source>Addresses that begin with %1: are not called.</source>
        <translation>Adressen, die mit %1: beginnen, werden nicht aufgerufen.</translation>
    </message>
    <message>
        <source>Give one that begins with https://.</source>
        <translation>Geben Sie eine an, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Plain http to %1 is refused: everybody on the way could read along.</source>
        <translation>Unverschlüsseltes http zu %1 wird abgelehnt: Unterwegs könnte jeder mitlesen.</translation>
    </message>
    <message>
        <source>Use https. Plain http is possible only to this computer itself.</source>
        <translation>Verwenden Sie https. Unverschlüsseltes http ist nur zu diesem Computer selbst möglich.</translation>
    </message>
    <message>
        <source>The URL of %1 holds a user name or password.</source>
        <translation>Die URL von %1 enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>Remove the part before the @.</source>
        <translation>Entfernen Sie den Teil vor dem @.</translation>
    </message>
    <message>
        <source>The URL of %1 holds a line break or a NUL character.</source>
        <translation>Die URL von %1 enthält einen Zeilenumbruch oder ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>The method holds characters that no method may hold.</source>
        <translation>Die Methode enthält Zeichen, die keine Methode enthalten darf.</translation>
    </message>
    <message>
        <source>Use one such as GET, POST, PUT, PATCH or DELETE.</source>
        <translation>Verwenden Sie eine wie GET, POST, PUT, PATCH oder DELETE.</translation>
    </message>
    <message>
        <source>The token holds a line break or another control character.</source>
        <translation>Das Token enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>Get a new one.</source>
        <translation>Holen Sie ein neues.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2, or this computer&apos;s clock is wrong (it says %3).</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen, oder die Uhr dieses Computers geht falsch (sie zeigt %3).</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2, or this computer&apos;s clock is wrong (it says %3).</source>
        <translation>Das Zertifikat von %1 ist erst ab %2 gültig, oder die Uhr dieses Computers geht falsch (sie zeigt %3).</translation>
    </message>
    <message>
        <source>The certificate that answered for %1 was issued for another name.</source>
        <translation>Das Zertifikat, das für %1 vorgelegt wurde, ist auf einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: nobody vouches for it.</source>
        <translation>Das Zertifikat von %1 ist selbstsigniert: Niemand bürgt dafür.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by an authority that this computer does not trust, or the server does not send its whole chain.</source>
        <translation>Das Zertifikat von %1 wurde von einer Zertifizierungsstelle ausgestellt, der dieser Computer nicht vertraut, oder der Server sendet nicht seine ganze Zertifikatskette.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued for a server.</source>
        <translation>Das Zertifikat von %1 wurde nicht für einen Server ausgestellt.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by a certificate that is no authority.</source>
        <translation>Das Zertifikat von %1 wurde von einem Zertifikat ausgestellt, das keine Zertifizierungsstelle ist.</translation>
    </message>
    <message>
        <source>The certificate of %1 is revoked or known to be misused.</source>
        <translation>Das Zertifikat von %1 ist widerrufen oder wird bekanntermaßen missbraucht.</translation>
    </message>
    <message>
        <source>The certificate of %1 uses a key that is too weak.</source>
        <translation>Das Zertifikat von %1 verwendet einen zu schwachen Schlüssel.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer; if they are right, tell the operator of the server.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers; wenn sie stimmen, informieren Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>If this is your organization&apos;s own server, add its certificate authority in the settings or name it by SSL_CERT_FILE.</source>
        <translation>Wenn dies der Server Ihrer eigenen Organisation ist, fügen Sie deren Zertifizierungsstelle in den Einstellungen hinzu oder geben Sie sie mit SSL_CERT_FILE an.</translation>
    </message>
    <message>
        <source>Check the address; if it is right, somebody may be between you and the server.</source>
        <translation>Prüfen Sie die Adresse; wenn sie stimmt, befindet sich möglicherweise jemand zwischen Ihnen und dem Server.</translation>
    </message>
    <message>
        <source>Tell the operator of the server.</source>
        <translation>Informieren Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The certificate has no subject alternative name.</source>
        <translation>Das Zertifikat enthält keinen alternativen Antragstellernamen (subject alternative name).</translation>
    </message>
    <message>
        <source>It is valid for: %1</source>
        <translation>Es gilt für: %1</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted; its key or signature may be too weak.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden; sein Schlüssel oder seine Signatur ist möglicherweise zu schwach.</translation>
    </message>
    <message>
        <source>%1 speaks no secure version of TLS; 1.2 is the oldest accepted.</source>
        <translation>%1 beherrscht keine sichere TLS-Version; 1.2 ist die älteste akzeptierte.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>Zu %1 konnte keine sichere Verbindung aufgebaut werden.</translation>
    </message>
    <message>
        <source>Check the address and the port; the details hold what the other side said.</source>
        <translation>Prüfen Sie Adresse und Port; die Details enthalten die Meldung der Gegenseite.</translation>
    </message>
    <message>
        <source>More than %1 redirects in a row.</source>
        <translation>Mehr als %1 Weiterleitungen hintereinander.</translation>
    </message>
    <message>
        <source>It leads from https to plain http.</source>
        <translation>Sie führt von https zu unverschlüsseltem http.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user name and a password.</source>
        <translation>Der Proxy %1 verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>Give them in the proxy settings.</source>
        <translation>Geben Sie sie in den Proxy-Einstellungen an.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached.</source>
        <translation>Der Proxy %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the proxy settings.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>The proxy %1 did not let the connection to %2 through.</source>
        <translation>Der Proxy %1 hat die Verbindung zu %2 nicht durchgelassen.</translation>
    </message>
    <message>
        <source>Check the proxy settings, or ask who runs the proxy.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen oder fragen Sie den Betreiber des Proxys.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost before the answer: the request may or may not have been carried out.</source>
        <translation>Die Verbindung zu %1 ging vor der Antwort verloren: Die Anfrage wurde möglicherweise ausgeführt, möglicherweise auch nicht.</translation>
    </message>
    <message>
        <source>Check whether it was before you send it again.</source>
        <translation>Prüfen Sie, ob sie ausgeführt wurde, bevor Sie sie erneut senden.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>Der Host %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the address and the connection to the network.</source>
        <translation>Prüfen Sie die Adresse und die Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation>Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 answered with something that is not HTTP.</source>
        <translation>%1 hat mit etwas geantwortet, das kein HTTP ist.</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Check the connection to the network and try again.</source>
        <translation>Prüfen Sie die Netzwerkverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%1 hat innerhalb von %2 s nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 stopped sending: nothing came for %2 s after %3 bytes.</source>
        <translation>%1 hat aufgehört zu senden: Nach %3 Bytes kam %2 s lang nichts mehr.</translation>
    </message>
    <message>
        <source>The answer of %1 was not complete after %2 s; %3 bytes had come.</source>
        <translation>Die Antwort von %1 war nach %2 s nicht vollständig; %3 Bytes waren angekommen.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the limit of %2 bytes.</source>
        <translation>Die Antwort von %1 ist größer als die Grenze von %2 Bytes.</translation>
    </message>
    <message>
        <source>What came up to the limit is kept.</source>
        <translation>Was bis zur Grenze angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 sent the request on to %2, which was not followed.</source>
        <translation>%1 hat die Anfrage an %2 weitergeleitet; der Weiterleitung wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The answer of %1 contradicts itself about its length.</source>
        <translation>Die Antwort von %1 macht widersprüchliche Angaben zu ihrer Länge.</translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete: %2 of %3 bytes came.</source>
        <translation>Die Antwort von %1 ist unvollständig: %2 von %3 Bytes sind angekommen.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost after %2 bytes of the answer.</source>
        <translation>Die Verbindung zu %1 ging nach %2 Bytes der Antwort verloren.</translation>
    </message>
    <message>
        <source>The answer of %1 promised a body in chunks, and none came.</source>
        <translation>Die Antwort von %1 kündigte einen Inhalt in Teilen (chunks) an, aber es kam keiner.</translation>
    </message>
    <message>
        <source>The answer of %1 says that it is compressed and could not be decompressed.</source>
        <translation>Die Antwort von %1 gibt sich als komprimiert aus und konnte nicht dekomprimiert werden.</translation>
    </message>
    <message>
        <source>The compressed answer of %1 is cut short after %2 bytes.</source>
        <translation>Die komprimierte Antwort von %1 bricht nach %2 Bytes ab.</translation>
    </message>
    <message>
        <source>The answer could not be kept on disk in full.</source>
        <translation>Die Antwort konnte nicht vollständig auf dem Datenträger abgelegt werden.</translation>
    </message>
    <message>
        <source>Make room in %1 and try again.</source>
        <translation>Schaffen Sie Platz in %1 und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The answer could not be read back.</source>
        <translation>Die Antwort konnte nicht wieder eingelesen werden.</translation>
    </message>
    <message>
        <source>Save it to a file, or close other programs and try again.</source>
        <translation>Speichern Sie sie in einer Datei oder schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The answer could not be written in full.</source>
        <translation>Die Antwort konnte nicht vollständig geschrieben werden.</translation>
    </message>
    <message>
        <source>No temporary file can be made for the answer.</source>
        <translation>Für die Antwort kann keine temporäre Datei angelegt werden.</translation>
    </message>
    <message>
        <source>Make room in the cache folder %1 or in the temporary folder %2.</source>
        <translation>Schaffen Sie Platz im Cache-Ordner %1 oder im temporären Ordner %2.</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>es steht nichts darin</translation>
    </message>
    <message>
        <source>the alias “%1” stands for nothing</source>
        <translation>der Alias „%1“ steht für nichts</translation>
    </message>
    <message>
        <source>the alias “%1” stands for a value that contains it</source>
        <translation>der Alias „%1“ steht für einen Wert, der ihn selbst enthält</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>es ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>it has more than %1 values</source>
        <translation>es hat mehr als %1 Werte</translation>
    </message>
    <message>
        <source>a key is not a text</source>
        <translation>ein Schlüssel ist kein Text</translation>
    </message>
    <message>
        <source>Line %1: the key “%2” is there twice.</source>
        <translation>Zeile %1: Der Schlüssel „%2“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>The document cannot be read as YAML. Line %1: %2.</source>
        <translation>Das Dokument kann nicht als YAML gelesen werden. Zeile %1: %2.</translation>
    </message>
    <message>
        <source>Correct the document and open it again.</source>
        <translation>Korrigieren Sie das Dokument und öffnen Sie es erneut.</translation>
    </message>
    <message>
        <source>its aliases stand for more than %1 values</source>
        <translation>seine Aliasse stehen für mehr als %1 Werte</translation>
    </message>
    <message>
        <source>its aliases stand for more than %1 bytes</source>
        <translation>seine Aliasse stehen für mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>The reference %1 points to nothing in the document.</source>
        <translation>Der Verweis %1 zeigt auf nichts im Dokument.</translation>
    </message>
    <message>
        <source>Correct the reference, or ask whoever wrote the document.</source>
        <translation>Korrigieren Sie den Verweis oder fragen Sie den Verfasser des Dokuments.</translation>
    </message>
    <message>
        <source>The reference %1 points out of the document and was not followed.</source>
        <translation>Der Verweis %1 zeigt aus dem Dokument hinaus und wurde nicht verfolgt.</translation>
    </message>
    <message>
        <source>Put what it refers to into the document.</source>
        <translation>Nehmen Sie das, worauf er verweist, in das Dokument auf.</translation>
    </message>
    <message>
        <source>The reference %1 leads in a circle.</source>
        <translation>Der Verweis %1 führt im Kreis.</translation>
    </message>
    <message>
        <source>%1 asked for a pause before the next request.</source>
        <translation>%1 hat um eine Pause vor der nächsten Anfrage gebeten.</translation>
    </message>
    <message>
        <source>The platform API needs a client id and a client secret with the API key.</source>
        <translation>Die Plattform-API benötigt zum API-Schlüssel eine Client-ID und ein Client-Geheimnis.</translation>
    </message>
    <message>
        <source>Add them to the profile; the toolkit&apos;s credentials.json holds them.</source>
        <translation>Fügen Sie sie dem Profil hinzu; sie stehen in der credentials.json des Toolkits.</translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2 when asked for its keys.</source>
        <translation>%1 hat auf die Frage nach seinen Schlüsseln mit HTTP %2 geantwortet.</translation>
    </message>
    <message>
        <source>Not verified: the published keys could not be fetched. %1</source>
        <translation>Nicht geprüft: Die veröffentlichten Schlüssel konnten nicht abgerufen werden. %1</translation>
    </message>
    <message>
        <source>This deployment has no URL of the issuer&apos;s keys.</source>
        <translation>Für diese Bereitstellung ist keine URL der Schlüssel des Ausstellers bekannt.</translation>
    </message>
    <message>
        <source>Give a whole JSON Web Token: three parts joined by dots.</source>
        <translation>Geben Sie ein vollständiges JSON Web Token an: drei durch Punkte verbundene Teile.</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>Es ist kein Token vorhanden.</translation>
    </message>
    <message>
        <source>This is longer than 1 MiB, so it is no token.</source>
        <translation>Dies ist länger als 1 MiB und daher kein Token.</translation>
    </message>
    <message>
        <source>This token is encrypted (five parts): only the service that it is for can read it.</source>
        <translation>Dieses Token ist verschlüsselt (fünf Teile): Nur der Dienst, für den es bestimmt ist, kann es lesen.</translation>
    </message>
    <message>
        <source>This is no JSON Web Token: its first part is no JSON object.</source>
        <translation>Dies ist kein JSON Web Token: Sein erster Teil ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>This is no well-formed JSON Web Token: a part is empty or not strict base64url.</source>
        <translation>Dies ist kein wohlgeformtes JSON Web Token: Ein Teil ist leer oder kein striktes base64url.</translation>
    </message>
    <message>
        <source>This is no JSON Web Token: a part is not written in base64url.</source>
        <translation>Dies ist kein JSON Web Token: Ein Teil ist nicht in base64url geschrieben.</translation>
    </message>
    <message>
        <source>The token carries no signature.</source>
        <translation>Das Token trägt keine Signatur.</translation>
    </message>
    <message>
        <source>A part is empty, padded or not written in strict base64url.</source>
        <translation>Ein Teil ist leer, aufgefüllt oder nicht in striktem base64url geschrieben.</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>not a number of seconds</source>
        <translation>keine Anzahl von Sekunden</translation>
    </message>
    <message>
        <source>outside the years 1 to 9999</source>
        <translation>außerhalb der Jahre 1 bis 9999</translation>
    </message>
    <message>
        <source>before 1970</source>
        <translation>vor 1970</translation>
    </message>
    <message>
        <source>not a whole number of seconds</source>
        <translation>keine ganze Anzahl von Sekunden</translation>
    </message>
    <message>
        <source>May be used for</source>
        <translation>Verwendbar für</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Where the identity comes from</source>
        <translation>Herkunft der Identität</translation>
    </message>
    <message>
        <source>Its id there</source>
        <translation>Ihre ID dort</translation>
    </message>
    <message>
        <source>Strength of the sign-on</source>
        <translation>Stärke der Anmeldung</translation>
    </message>
    <message>
        <source>Means of the sign-on</source>
        <translation>Mittel der Anmeldung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Limited to service instances</source>
        <translation>Beschränkt auf Serviceinstanzen</translation>
    </message>
    <message>
        <source>Number of this token</source>
        <translation>Nummer dieses Tokens</translation>
    </message>
    <message>
        <source>%1, in the future: is this computer&apos;s clock right?</source>
        <translation>%1, in der Zukunft: Geht die Uhr dieses Computers richtig?</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>IBM closed the API Connect V5 public cloud on 31 July 2023, and %1 cannot be reached.</source>
        <translation>IBM hat die öffentliche Cloud von API Connect V5 am 31. Juli 2023 geschlossen, und %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The same API key opens API Connect Reserved: choose that deployment, or enter the URLs of another host.</source>
        <translation>Derselbe API-Schlüssel gilt auch für API Connect Reserved: Wählen Sie diese Bereitstellung oder geben Sie die URLs eines anderen Hosts ein.</translation>
    </message>
    <message>
        <source>This API key may be good for one exchange only, and it has been exchanged.</source>
        <translation>Dieser API-Schlüssel gilt möglicherweise nur für einen einzigen Austausch, und er wurde bereits ausgetauscht.</translation>
    </message>
    <message>
        <source>Renew the token yourself if the key allows multiple use, or create a new key and replace this one.</source>
        <translation>Erneuern Sie das Token selbst, wenn der Schlüssel mehrfach verwendbar ist, oder erstellen Sie einen neuen Schlüssel und ersetzen Sie diesen.</translation>
    </message>
    <message>
        <source>The profile %1 has no URL of a login service, which issues API Connect tokens.</source>
        <translation>Das Profil %1 hat keine URL eines Anmeldedienstes, der API-Connect-Tokens ausstellt.</translation>
    </message>
    <message>
        <source>Enter the login URL in the profile.</source>
        <translation>Tragen Sie die Anmelde-URL im Profil ein.</translation>
    </message>
    <message>
        <source>The profile %1 has no URL of IAM, which issues access tokens.</source>
        <translation>Das Profil %1 hat keine URL von IAM, das Zugriffstokens ausstellt.</translation>
    </message>
    <message>
        <source>Enter the IAM URL in the profile.</source>
        <translation>Tragen Sie die IAM-URL im Profil ein.</translation>
    </message>
    <message>
        <source>The profile %1 has no URL of a platform API, which issues its own tokens.</source>
        <translation>Das Profil %1 hat keine URL einer Plattform-API, die eigene Tokens ausstellt.</translation>
    </message>
    <message>
        <source>Enter the platform URL in the profile.</source>
        <translation>Tragen Sie die Plattform-URL im Profil ein.</translation>
    </message>
    <message>
        <source>IAM does not know this API key (any more).</source>
        <translation>IAM kennt diesen API-Schlüssel nicht (mehr).</translation>
    </message>
    <message>
        <source>Was it copied in full? Is it the key itself and not its id (ApiKey-…), and not a classic infrastructure key? Is it from this IBM Cloud system and not from another one, such as the test system? If in doubt, create a new key.</source>
        <translation>Wurde er vollständig kopiert? Ist es der Schlüssel selbst und nicht seine ID (ApiKey-…) und auch kein klassischer Infrastrukturschlüssel? Stammt er aus diesem IBM-Cloud-System und nicht aus einem anderen, etwa dem Testsystem? Erstellen Sie im Zweifel einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>This API key exists, but it is disabled.</source>
        <translation>Diesen API-Schlüssel gibt es, aber er ist deaktiviert.</translation>
    </message>
    <message>
        <source>Enable it on the API keys page of IBM Cloud, or use another key.</source>
        <translation>Aktivieren Sie ihn auf der Seite der API-Schlüssel in IBM Cloud oder verwenden Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The owner of this API key was not found or is no longer active.</source>
        <translation>Der Eigentümer dieses API-Schlüssels wurde nicht gefunden oder ist nicht mehr aktiv.</translation>
    </message>
    <message>
        <source>Ask the owner of the account, or use the key of an active user.</source>
        <translation>Fragen Sie den Kontoeigentümer oder verwenden Sie den Schlüssel eines aktiven Benutzers.</translation>
    </message>
    <message>
        <source>The owner of this API key is suspended in this account.</source>
        <translation>Der Eigentümer dieses API-Schlüssels ist in diesem Konto gesperrt.</translation>
    </message>
    <message>
        <source>Ask the owner of the account.</source>
        <translation>Fragen Sie den Kontoeigentümer.</translation>
    </message>
    <message>
        <source>IAM found a required value missing or empty.</source>
        <translation>Für IAM fehlt ein erforderlicher Wert oder er ist leer.</translation>
    </message>
    <message>
        <source>The key may be empty, or a proxy cut the request short. Import the key again.</source>
        <translation>Der Schlüssel ist möglicherweise leer, oder ein Proxy hat die Anfrage gekürzt. Importieren Sie den Schlüssel erneut.</translation>
    </message>
    <message>
        <source>IAM refused the value of one of the settings.</source>
        <translation>IAM hat den Wert einer Einstellung abgelehnt.</translation>
    </message>
    <message>
        <source>Reset the advanced settings of the profile, such as scope and tenant.</source>
        <translation>Setzen Sie die erweiterten Einstellungen des Profils zurück, etwa Scope und Mandant (tenant).</translation>
    </message>
    <message>
        <source>The token URL received something other than a POST.</source>
        <translation>Die Token-URL hat etwas anderes als ein POST erhalten.</translation>
    </message>
    <message>
        <source>Check the URL of the token service, and any proxy that redirects.</source>
        <translation>Prüfen Sie die URL des Token-Dienstes und jeden Proxy, der weiterleitet.</translation>
    </message>
    <message>
        <source>The request arrived without a token.</source>
        <translation>Die Anfrage kam ohne Token an.</translation>
    </message>
    <message>
        <source>Get a token and send the request again.</source>
        <translation>Holen Sie ein Token und senden Sie die Anfrage erneut.</translation>
    </message>
    <message>
        <source>IAM does not know the client id of this profile.</source>
        <translation>IAM kennt die Client-ID dieses Profils nicht.</translation>
    </message>
    <message>
        <source>Remove the client id from the advanced settings.</source>
        <translation>Entfernen Sie die Client-ID aus den erweiterten Einstellungen.</translation>
    </message>
    <message>
        <source>IAM refused a refresh token.</source>
        <translation>IAM hat ein Refresh-Token abgelehnt.</translation>
    </message>
    <message>
        <source>Get a new token with the API key.</source>
        <translation>Holen Sie mit dem API-Schlüssel ein neues Token.</translation>
    </message>
    <message>
        <source>A refresh token has expired.</source>
        <translation>Ein Refresh-Token ist abgelaufen.</translation>
    </message>
    <message>
        <source>The session ended because it was not used.</source>
        <translation>Die Sitzung wurde beendet, weil sie nicht benutzt wurde.</translation>
    </message>
    <message>
        <source>The sign-on system behind IAM refused.</source>
        <translation>Das Anmeldesystem hinter IAM hat abgelehnt.</translation>
    </message>
    <message>
        <source>Read IBM&apos;s own message; a locked account opens again after a while.</source>
        <translation>Lesen Sie die Meldung von IBM selbst; ein gesperrtes Konto wird nach einer Weile wieder freigegeben.</translation>
    </message>
    <message>
        <source>The sign-on has expired.</source>
        <translation>Die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The sign-on belongs to another client.</source>
        <translation>Die Anmeldung gehört zu einem anderen Client.</translation>
    </message>
    <message>
        <source>This user is not a member of the account.</source>
        <translation>Dieser Benutzer ist kein Mitglied des Kontos.</translation>
    </message>
    <message>
        <source>Choose another account, or ask its owner for an invitation.</source>
        <translation>Wählen Sie ein anderes Konto oder bitten Sie dessen Eigentümer um eine Einladung.</translation>
    </message>
    <message>
        <source>User name or password is wrong.</source>
        <translation>Benutzername oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Check both; users with single sign-on need an API key.</source>
        <translation>Prüfen Sie beides; Benutzer mit Single Sign-on benötigen einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>This user signs in through a company directory.</source>
        <translation>Dieser Benutzer meldet sich über ein Firmenverzeichnis an.</translation>
    </message>
    <message>
        <source>A password does not work here. Use an API key.</source>
        <translation>Ein Passwort funktioniert hier nicht. Verwenden Sie einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>The key is valid, but it may not do this.</source>
        <translation>Der Schlüssel ist gültig, darf dies aber nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator of the account for the right.</source>
        <translation>Bitten Sie einen Administrator des Kontos um die Berechtigung.</translation>
    </message>
    <message>
        <source>The name of a cloud resource (CRN) is malformed.</source>
        <translation>Der Name einer Cloud-Ressource (CRN) ist falsch aufgebaut.</translation>
    </message>
    <message>
        <source>Copy the CRN again from the resource&apos;s page in IBM Cloud.</source>
        <translation>Kopieren Sie die CRN erneut von der Seite der Ressource in IBM Cloud.</translation>
    </message>
    <message>
        <source>IAM has no such key or object.</source>
        <translation>IAM kennt keinen solchen Schlüssel und kein solches Objekt.</translation>
    </message>
    <message>
        <source>Check its id; it may have been deleted.</source>
        <translation>Prüfen Sie die ID; das Objekt wurde möglicherweise gelöscht.</translation>
    </message>
    <message>
        <source>IAM failed inside: a fault at IBM, not a wrong key.</source>
        <translation>IAM ist intern gescheitert: ein Fehler bei IBM, kein falscher Schlüssel.</translation>
    </message>
    <message>
        <source>Try again later, and keep the request id for IBM&apos;s support.</source>
        <translation>Versuchen Sie es später erneut und bewahren Sie die Anfrage-ID für den IBM-Support auf.</translation>
    </message>
    <message>
        <source>This user may not do this.</source>
        <translation>Dieser Benutzer darf dies nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator of the provider organization for the permission.</source>
        <translation>Bitten Sie einen Administrator der Anbieterorganisation um die Berechtigung.</translation>
    </message>
    <message>
        <source>The API is already running.</source>
        <translation>Die API läuft bereits.</translation>
    </message>
    <message>
        <source>There is nothing left to do.</source>
        <translation>Es ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>The API is already stopped.</source>
        <translation>Die API ist bereits gestoppt.</translation>
    </message>
    <message>
        <source>There is no extension of that name.</source>
        <translation>Es gibt keine Erweiterung dieses Namens.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no policy of that name.</source>
        <translation>Es gibt keine Richtlinie dieses Namens.</translation>
    </message>
    <message>
        <source>The answer of %1 holds no %2.</source>
        <translation>Die Antwort von %1 enthält kein Feld %2.</translation>
    </message>
    <message>
        <source>The %2 in the answer of %1 is no token.</source>
        <translation>Das Feld %2 in der Antwort von %1 ist kein Token.</translation>
    </message>
    <message>
        <source>The answer of %1 holds a %2 other than Bearer.</source>
        <translation>Die Antwort von %1 enthält ein Feld %2 mit einem anderen Wert als Bearer.</translation>
    </message>
    <message>
        <source>The %2 in the answer of %1 is no JSON Web Token.</source>
        <translation>Das Feld %2 in der Antwort von %1 ist kein JSON Web Token.</translation>
    </message>
    <message>
        <source>The token in the answer of %1 is already over (%2).</source>
        <translation>Das Token in der Antwort von %1 ist bereits abgelaufen (%2).</translation>
    </message>
    <message>
        <source>The answer of %1 gives the token an impossible lifetime (%2).</source>
        <translation>Die Antwort von %1 gibt dem Token eine unmögliche Lebensdauer (%2).</translation>
    </message>
    <message>
        <source>The %2 in the answer of %1 is not of the right type.</source>
        <translation>Das Feld %2 in der Antwort von %1 hat nicht den richtigen Typ.</translation>
    </message>
    <message>
        <source>Check the URL of the token service and the clock of this computer, then try again.</source>
        <translation>Prüfen Sie die URL des Token-Dienstes und die Uhr dieses Computers und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete or not JSON, so it holds no %2.</source>
        <translation>Die Antwort von %1 ist unvollständig oder kein JSON und enthält daher kein Feld %2.</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1 (in %2)</translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (vor %2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There is no key in it that could check a token&apos;s signature.</source>
        <translation>Es ist kein Schlüssel darin, mit dem sich die Signatur eines Tokens prüfen ließe.</translation>
    </message>
    <message>
        <source>The IAM settings of this profile hold a control character.</source>
        <translation>Die IAM-Einstellungen dieses Profils enthalten ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>Enter the tenant and the client id again.</source>
        <translation>Geben Sie Mandant (tenant) und Client-ID erneut ein.</translation>
    </message>
    <message>
        <source>The token is not well-formed, so its signature was not checked.</source>
        <translation>Das Token ist nicht wohlgeformt, deshalb wurde seine Signatur nicht geprüft.</translation>
    </message>
    <message>
        <source>The token names a member twice, so its signature was not checked.</source>
        <translation>Das Token nennt ein Element zweimal, deshalb wurde seine Signatur nicht geprüft.</translation>
    </message>
    <message>
        <source>The token asks for an extension (crit) that is not supported, so its signature was not checked.</source>
        <translation>Das Token verlangt eine nicht unterstützte Erweiterung (crit), deshalb wurde seine Signatur nicht geprüft.</translation>
    </message>
    <message>
        <source>The algorithm that the token names is not accepted from this issuer.</source>
        <translation>Der im Token genannte Algorithmus wird von diesem Aussteller nicht akzeptiert.</translation>
    </message>
    <message>
        <source>The key that the token names is not among the published ones.</source>
        <translation>Der im Token genannte Schlüssel ist nicht unter den veröffentlichten.</translation>
    </message>
    <message>
        <source>No published key fits the algorithm that the token names.</source>
        <translation>Kein veröffentlichter Schlüssel passt zu dem im Token genannten Algorithmus.</translation>
    </message>
    <message>
        <source>The signature matches a key that the issuer publishes.</source>
        <translation>Die Signatur passt zu einem Schlüssel, den der Aussteller veröffentlicht.</translation>
    </message>
    <message>
        <source>The signature does not match the key: the token was changed or is not from this issuer.</source>
        <translation>Die Signatur passt nicht zum Schlüssel: Das Token wurde verändert oder stammt nicht von diesem Aussteller.</translation>
    </message>
    <message>
        <source>The platform API publishes no keys for its tokens.</source>
        <translation>Die Plattform-API veröffentlicht keine Schlüssel für ihre Tokens.</translation>
    </message>
    <message>
        <source>The URL of the token service cannot be used.</source>
        <translation>Die URL des Token-Dienstes kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Correct the URL in the profile.</source>
        <translation>Korrigieren Sie die URL im Profil.</translation>
    </message>
    <message>
        <source>There is no API key.</source>
        <translation>Es ist kein API-Schlüssel vorhanden.</translation>
    </message>
    <message>
        <source>Import the API key again.</source>
        <translation>Importieren Sie den API-Schlüssel erneut.</translation>
    </message>
    <message>
        <source>There is a client secret but no client id.</source>
        <translation>Es gibt ein Client-Geheimnis, aber keine Client-ID.</translation>
    </message>
    <message>
        <source>There is a client id but no client secret.</source>
        <translation>Es gibt eine Client-ID, aber kein Client-Geheimnis.</translation>
    </message>
    <message>
        <source>Give both, or neither.</source>
        <translation>Geben Sie beides an oder keines von beiden.</translation>
    </message>
    <message>
        <source>The list of deployments that comes with the program is damaged.</source>
        <translation>Die mitgelieferte Liste der Bereitstellungen ist beschädigt.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm erneut.</translation>
    </message>
    <message>
        <source>Give a host or a base URL such as https://host.example.com/path.</source>
        <translation>Geben Sie einen Host oder eine Basis-URL wie https://host.example.com/path an.</translation>
    </message>
    <message>
        <source>This is not a host or URL.</source>
        <translation>Dies ist weder ein Host noch eine URL.</translation>
    </message>
    <message>
        <source>A base URL has no query (?) and no fragment (#).</source>
        <translation>Eine Basis-URL hat keine Abfrage (?) und kein Fragment (#).</translation>
    </message>
    <message>
        <source>Only https URLs can be used.</source>
        <translation>Nur https-URLs können verwendet werden.</translation>
    </message>
    <message>
        <source>Without https anyone on the way could read the key. Plain http is only for this computer.</source>
        <translation>Ohne https könnte unterwegs jeder den Schlüssel lesen. Unverschlüsseltes http ist nur für diesen Computer möglich.</translation>
    </message>
    <message>
        <source>The path of the URL holds . or .. segments.</source>
        <translation>Der Pfad der URL enthält Segmente wie . oder ..</translation>
    </message>
    <message>
        <source>There is no host or URL.</source>
        <translation>Es ist kein Host und keine URL angegeben.</translation>
    </message>
    <message>
        <source>The URL holds a blank, a backslash or an invisible character.</source>
        <translation>Die URL enthält ein Leerzeichen, einen umgekehrten Schrägstrich oder ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Wählen Sie eine der folgenden: %1.</translation>
    </message>
    <message>
        <source>%1 has no region “%2”.</source>
        <translation>%1 hat keine Region „%2“.</translation>
    </message>
    <message>
        <source>%1 has no regions.</source>
        <translation>%1 hat keine Regionen.</translation>
    </message>
    <message>
        <source>Leave the region out.</source>
        <translation>Lassen Sie die Region weg.</translation>
    </message>
    <message>
        <source>%1 needs a region.</source>
        <translation>%1 benötigt eine Region.</translation>
    </message>
    <message>
        <source>%1 needs the API host of your instance.</source>
        <translation>%1 benötigt den API-Host Ihrer Instanz.</translation>
    </message>
    <message>
        <source>Take it from the address of your instance&apos;s own pages; it cannot be guessed.</source>
        <translation>Entnehmen Sie ihn der Adresse der Seiten Ihrer Instanz; er lässt sich nicht erraten.</translation>
    </message>
    <message>
        <source>API Connect token</source>
        <translation>API-Connect-Token</translation>
    </message>
    <message>
        <source>IAM access token</source>
        <translation>IAM-Zugriffstoken</translation>
    </message>
    <message>
        <source>Platform API token</source>
        <translation>Plattform-API-Token</translation>
    </message>
    <message numerus="yes">
        <source>%n B</source>
        <translation>
            <numerusform>%n B</numerusform>
            <numerusform>%n B</numerusform>
        </translation>
    </message>
    <message>
        <source>The body could not be saved to %1.</source>
        <translation>Der Inhalt konnte nicht in %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>Check that the folder can be written and that its disk has room.</source>
        <translation>Prüfen Sie, ob der Ordner beschreibbar ist und der Datenträger genug Platz hat.</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>connect, TLS</source>
        <translation>Verbindung, TLS</translation>
    </message>
    <message>
        <source>send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>key without a name</source>
        <translation>Schlüssel ohne Namen</translation>
    </message>
    <message>
        <source>key “%1”</source>
        <translation>Schlüssel „%1“</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>verwendet %1</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Remove it from the list or put it back.</source>
        <translation>Entfernen Sie sie aus der Liste oder legen Sie sie wieder dorthin.</translation>
    </message>
    <message>
        <source>%1 is not a file of certificates.</source>
        <translation>%1 ist keine Zertifikatsdatei.</translation>
    </message>
    <message>
        <source>Choose a PEM file with one or more certificates.</source>
        <translation>Wählen Sie eine PEM-Datei mit einem oder mehreren Zertifikaten.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie die Berechtigungen.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1 enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>It must have lines that say BEGIN CERTIFICATE. A file in DER form can be converted with: openssl x509 -inform der -in FILE -out FILE.pem</source>
        <translation>Sie muss Zeilen mit BEGIN CERTIFICATE enthalten. Eine Datei im DER-Format lässt sich so umwandeln: openssl x509 -inform der -in FILE -out FILE.pem</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>From apikey.json to a bearer token and every API Connect endpoint.</source>
        <translation>Von der apikey.json zum Bearer-Token und zu jedem Endpunkt von API Connect.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Begin with a profile of the embedded sandbox.</source>
        <translation>Mit einem Profil der eingebauten Sandbox beginnen.</translation>
    </message>
    <message>
        <source>Walk through the window on the sandbox and save a picture of each step.</source>
        <translation>Anhand der Sandbox durch das Fenster führen und von jedem Schritt ein Bild speichern.</translation>
    </message>
    <message>
        <source>The arguments are not understood; see --help.</source>
        <translation>Die Argumente sind unverständlich; siehe --help.</translation>
    </message>
    <message>
        <source>The list of operations that comes with the program is damaged.</source>
        <translation>Die mitgelieferte Liste der Operationen ist beschädigt.</translation>
    </message>
    <message>
        <source>API Connect</source>
        <translation>API Connect</translation>
    </message>
    <message>
        <source>The document is no valid JSON. Line %1, column %2: %3.</source>
        <translation>Das Dokument ist kein gültiges JSON. Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>OpenAPI 3.1 and 3.0 and Swagger 2.0 are read, as JSON or YAML.</source>
        <translation>Gelesen werden OpenAPI 3.1 und 3.0 sowie Swagger 2.0, als JSON oder YAML.</translation>
    </message>
    <message>
        <source>The document is no API definition: it has neither “openapi” nor “swagger”.</source>
        <translation>Das Dokument ist keine API-Definition: Es enthält weder „openapi“ noch „swagger“.</translation>
    </message>
    <message>
        <source>Version “%1” of the format is not known.</source>
        <translation>Version „%1“ des Formats ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The document is larger than %1 bytes.</source>
        <translation>Das Dokument ist größer als %1 Bytes.</translation>
    </message>
    <message>
        <source>The document is no API definition: it is not an object.</source>
        <translation>Das Dokument ist keine API-Definition: Es ist kein Objekt.</translation>
    </message>
    <message>
        <source>Choose an OpenAPI or Swagger document.</source>
        <translation>Wählen Sie ein OpenAPI- oder Swagger-Dokument.</translation>
    </message>
    <message>
        <source>The operation %1 cannot be read.</source>
        <translation>Die Operation %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is not an object.</source>
        <translation>%1 ist kein Objekt.</translation>
    </message>
    <message>
        <source>%1: the key “%2” is there twice.</source>
        <translation>%1: Der Schlüssel „%2“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>The references stand for more than %1 bytes.</source>
        <translation>Die Verweise stehen für mehr als %1 Bytes.</translation>
    </message>
    <message>
        <source>Only the first %1 operations are listed.</source>
        <translation>Nur die ersten %1 Operationen werden aufgelistet.</translation>
    </message>
    <message>
        <source>The operationId “%1” belongs to another operation too.</source>
        <translation>Die operationId „%1“ gehört auch zu einer anderen Operation.</translation>
    </message>
    <message>
        <source>The parameters of %1 are not a list.</source>
        <translation>Die Parameter von %1 sind keine Liste.</translation>
    </message>
    <message>
        <source>A parameter of %1 has no name.</source>
        <translation>Ein Parameter von %1 hat keinen Namen.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the key was not saved.</source>
        <translation>Der Schlüsselbund ist gesperrt, deshalb wurde der Schlüssel nicht gespeichert.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the stored key cannot be read.</source>
        <translation>Der Schlüsselbund ist gesperrt, deshalb kann der gespeicherte Schlüssel nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The stored key could not be removed while the keychain is locked.</source>
        <translation>Der gespeicherte Schlüssel konnte nicht entfernt werden, solange der Schlüsselbund gesperrt ist.</translation>
    </message>
    <message>
        <source>The keychain refused to save the key.</source>
        <translation>Der Schlüsselbund hat das Speichern des Schlüssels verweigert.</translation>
    </message>
    <message>
        <source>The keychain refused to hand out the stored key.</source>
        <translation>Der Schlüsselbund hat die Herausgabe des gespeicherten Schlüssels verweigert.</translation>
    </message>
    <message>
        <source>The keychain refused to remove the stored key.</source>
        <translation>Der Schlüsselbund hat das Entfernen des gespeicherten Schlüssels verweigert.</translation>
    </message>
    <message>
        <source>No keychain can be reached here, so the key was not saved.</source>
        <translation>Hier ist kein Schlüsselbund erreichbar, deshalb wurde der Schlüssel nicht gespeichert.</translation>
    </message>
    <message>
        <source>No keychain can be reached here, so the stored key cannot be read.</source>
        <translation>Hier ist kein Schlüsselbund erreichbar, deshalb kann der gespeicherte Schlüssel nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No keychain can be reached here, so the stored key was not removed.</source>
        <translation>Hier ist kein Schlüsselbund erreichbar, deshalb wurde der gespeicherte Schlüssel nicht entfernt.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the key counts as not saved.</source>
        <translation>Der Schlüsselbund antwortet nicht, deshalb gilt der Schlüssel als nicht gespeichert.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the stored key cannot be read.</source>
        <translation>Der Schlüsselbund antwortet nicht, deshalb kann der gespeicherte Schlüssel nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the stored key may still be there.</source>
        <translation>Der Schlüsselbund antwortet nicht, deshalb ist der gespeicherte Schlüssel möglicherweise noch vorhanden.</translation>
    </message>
    <message>
        <source>Look for a password question of the keychain, or restart the keychain service, and try again.</source>
        <translation>Suchen Sie nach einer Passwortabfrage des Schlüsselbunds oder starten Sie den Schlüsselbunddienst neu, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The keychain still holds the key after removing it.</source>
        <translation>Der Schlüsselbund enthält den Schlüssel nach dem Entfernen immer noch.</translation>
    </message>
    <message>
        <source>Remove the entry &quot;API Connect Explorer&quot; with the program that manages your keychain.</source>
        <translation>Entfernen Sie den Eintrag „API Connect Explorer“ mit dem Programm, das Ihren Schlüsselbund verwaltet.</translation>
    </message>
    <message>
        <source>The keychain gave back something other than what was saved, so the key counts as not saved.</source>
        <translation>Der Schlüsselbund hat etwas anderes zurückgegeben, als gespeichert wurde, deshalb gilt der Schlüssel als nicht gespeichert.</translation>
    </message>
    <message>
        <source>The keychain is open, but it no longer has this key.</source>
        <translation>Der Schlüsselbund ist entsperrt, enthält diesen Schlüssel aber nicht mehr.</translation>
    </message>
    <message>
        <source>Import the key again, or remove the profile.</source>
        <translation>Importieren Sie den Schlüssel erneut oder entfernen Sie das Profil.</translation>
    </message>
    <message>
        <source>This key was kept for one session only and is no longer there.</source>
        <translation>Dieser Schlüssel wurde nur für eine Sitzung aufbewahrt und ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Import the key again.</source>
        <translation>Importieren Sie den Schlüssel erneut.</translation>
    </message>
    <message>
        <source>The key has %1 bytes; a keychain entry may have at most %2.</source>
        <translation>Der Schlüssel hat %1 Bytes; ein Eintrag im Schlüsselbund darf höchstens %2 haben.</translation>
    </message>
    <message>
        <source>Check that only the key was copied and nothing around it.</source>
        <translation>Prüfen Sie, ob nur der Schlüssel und nichts drumherum kopiert wurde.</translation>
    </message>
    <message>
        <source>Choose the toolkit&apos;s credentials.json, or a JSON file with the members client_id and client_secret.</source>
        <translation>Wählen Sie die credentials.json des Toolkits oder eine JSON-Datei mit den Elementen client_id und client_secret.</translation>
    </message>
    <message>
        <source>The member client_id of the file is not a text.</source>
        <translation>Das Element client_id der Datei ist kein Text.</translation>
    </message>
    <message>
        <source>The member client_secret of the file is not a text.</source>
        <translation>Das Element client_secret der Datei ist kein Text.</translation>
    </message>
    <message>
        <source>The client ID or the client secret of the file is empty.</source>
        <translation>Die Client-ID oder das Client-Geheimnis der Datei ist leer.</translation>
    </message>
    <message>
        <source>The client ID or the client secret contains a NUL character.</source>
        <translation>Die Client-ID oder das Client-Geheimnis enthält ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>The file holds no client ID and client secret.</source>
        <translation>Die Datei enthält keine Client-ID und kein Client-Geheimnis.</translation>
    </message>
    <message>
        <source>The key file can be read by other users of this computer.</source>
        <translation>Die Schlüsseldatei kann von anderen Benutzern dieses Computers gelesen werden.</translation>
    </message>
    <message>
        <source>The key file lies in the Git work tree %1 and could be committed by accident.</source>
        <translation>Die Schlüsseldatei liegt im Git-Arbeitsbaum %1 und könnte versehentlich eingecheckt werden.</translation>
    </message>
    <message>
        <source>The key file lies in the synchronised folder %1, so copies of it may be kept elsewhere.</source>
        <translation>Die Schlüsseldatei liegt im synchronisierten Ordner %1, deshalb gibt es möglicherweise an anderen Orten Kopien davon.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes and cannot be a key file.</source>
        <translation>Die Datei ist größer als %1 Bytes und kann keine Schlüsseldatei sein.</translation>
    </message>
    <message>
        <source>Choose the downloaded apikey.json; it has a few hundred bytes.</source>
        <translation>Wählen Sie die heruntergeladene apikey.json aus; sie hat einige Hundert Bytes.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Dies ist ein Ordner und keine Datei.</translation>
    </message>
    <message>
        <source>Open the folder and choose the downloaded apikey.json.</source>
        <translation>Öffnen Sie den Ordner und wählen Sie die heruntergeladene apikey.json aus.</translation>
    </message>
    <message>
        <source>This is not a file but a pipe or a device.</source>
        <translation>Dies ist keine Datei, sondern eine Pipe oder ein Gerät.</translation>
    </message>
    <message>
        <source>The text is larger than 1 MiB and cannot be an API key.</source>
        <translation>Der Text ist größer als 1 MiB und kann kein API-Schlüssel sein.</translation>
    </message>
    <message>
        <source>The API key is empty.</source>
        <translation>Der API-Schlüssel ist leer.</translation>
    </message>
    <message>
        <source>Make a new key in IBM Cloud and download it.</source>
        <translation>Erstellen Sie in IBM Cloud einen neuen Schlüssel und laden Sie ihn herunter.</translation>
    </message>
    <message>
        <source>The API key contains a NUL character, which no service accepts.</source>
        <translation>Der API-Schlüssel enthält ein NUL-Zeichen, das kein Dienst annimmt.</translation>
    </message>
    <message>
        <source>This is the ID of an API key, not the key itself.</source>
        <translation>Dies ist die ID eines API-Schlüssels und nicht der Schlüssel selbst.</translation>
    </message>
    <message>
        <source>This is a bearer token, not an API key.</source>
        <translation>Dies ist ein Bearer-Token und kein API-Schlüssel.</translation>
    </message>
    <message>
        <source>Tokens expire within hours. Import the API key that it was made from.</source>
        <translation>Tokens laufen nach einigen Stunden ab. Importieren Sie den API-Schlüssel, aus dem es erstellt wurde.</translation>
    </message>
    <message>
        <source>The key begins with %1 and ends with %2, which an API key does not.</source>
        <translation>Der Schlüssel beginnt mit %1 und endet mit %2, was bei einem API-Schlüssel nicht vorkommt.</translation>
    </message>
    <message>
        <source>The key begins with %1, which an API key does not.</source>
        <translation>Der Schlüssel beginnt mit %1, was bei einem API-Schlüssel nicht vorkommt.</translation>
    </message>
    <message>
        <source>The key ends with %1, which an API key does not.</source>
        <translation>Der Schlüssel endet mit %1, was bei einem API-Schlüssel nicht vorkommt.</translation>
    </message>
    <message>
        <source>Remove the characters that were copied along from an example, then import it again.</source>
        <translation>Entfernen Sie die aus einem Beispiel mitkopierten Zeichen und importieren Sie ihn dann erneut.</translation>
    </message>
    <message>
        <source>This looks like a classic infrastructure API key, which the token services refuse. Make a platform API key if signing in fails.</source>
        <translation>Dies sieht nach einem klassischen Infrastruktur-API-Schlüssel aus, den die Token-Dienste ablehnen. Erstellen Sie einen Plattform-API-Schlüssel, wenn die Anmeldung fehlschlägt.</translation>
    </message>
    <message>
        <source>The key contains blanks or characters that are not plain ASCII. Check that it was copied as a whole and alone.</source>
        <translation>Der Schlüssel enthält Leerzeichen oder Zeichen außerhalb von ASCII. Prüfen Sie, ob er vollständig und ohne Zusätze kopiert wurde.</translation>
    </message>
    <message>
        <source>The key has %1 characters and an unusual form; keys made by IBM Cloud have 44 letters, digits, hyphens and underscores. Check that it was copied as a whole.</source>
        <translation>Der Schlüssel hat %1 Zeichen und eine ungewöhnliche Form; von IBM Cloud erstellte Schlüssel bestehen aus 44 Buchstaben, Ziffern, Bindestrichen und Unterstrichen. Prüfen Sie, ob er vollständig kopiert wurde.</translation>
    </message>
    <message>
        <source>These are service credentials: their key belongs to a service ID for one service. IBM asks for a user&apos;s own key to sign in to API Connect, so this one may lack the rights.</source>
        <translation>Dies sind Service-Zugangsdaten: Ihr Schlüssel gehört zu einer Service-ID für einen einzelnen Service. IBM verlangt für die Anmeldung bei API Connect den eigenen Schlüssel eines Benutzers, diesem fehlen also möglicherweise die Rechte.</translation>
    </message>
    <message>
        <source>This key belongs to a service ID, not to a user. The login service of API Connect may refuse it.</source>
        <translation>Dieser Schlüssel gehört zu einer Service-ID und nicht zu einem Benutzer. Der Anmeldedienst von API Connect lehnt ihn möglicherweise ab.</translation>
    </message>
    <message>
        <source>The member %1 is not a text and was ignored.</source>
        <translation>Das Element %1 ist kein Text und wurde ignoriert.</translation>
    </message>
    <message>
        <source>The member %1 of the file is not a text.</source>
        <translation>Das Element %1 der Datei ist kein Text.</translation>
    </message>
    <message>
        <source>Download the file again, or paste only the key.</source>
        <translation>Laden Sie die Datei erneut herunter oder fügen Sie nur den Schlüssel ein.</translation>
    </message>
    <message>
        <source>This key was disabled when the file was written. Enable it in IBM Cloud.</source>
        <translation>Dieser Schlüssel war deaktiviert, als die Datei geschrieben wurde. Aktivieren Sie ihn in IBM Cloud.</translation>
    </message>
    <message>
        <source>This key was locked against changes when the file was written.</source>
        <translation>Dieser Schlüssel war gegen Änderungen gesperrt, als die Datei geschrieben wurde.</translation>
    </message>
    <message>
        <source>The file is cut off: the JSON ends too early, in line %1, column %2.</source>
        <translation>Die Datei ist abgeschnitten: Das JSON endet zu früh, in Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>Download or copy the file again.</source>
        <translation>Laden Sie die Datei erneut herunter oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file is not valid JSON: line %1, column %2.</source>
        <translation>Die Datei ist kein gültiges JSON: Zeile %1, Spalte %2.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n s.</source>
        <translation>
            <numerusform>Versuchen Sie es in %n s erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n s erneut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is no JSON Web Token: it has %n parts, not three.</source>
        <translation>
            <numerusform>Dies ist kein JSON Web Token: Es hat %n Teil, nicht drei.</numerusform>
            <numerusform>Dies ist kein JSON Web Token: Es hat %n Teile, nicht drei.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>User, signed in with an API key</source>
        <translation>Benutzer, mit einem API-Schlüssel angemeldet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Service ID, signed in with an API key</source>
        <translation>Service-ID, mit einem API-Schlüssel angemeldet</translation>
    </message>
    <message>
        <source>Service ID</source>
        <translation>Service-ID</translation>
    </message>
    <message>
        <source>Trusted profile</source>
        <translation>Vertrauenswürdiges Profil</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Kind of identity</source>
        <translation>Art der Identität</translation>
    </message>
    <message>
        <source>Really signed in</source>
        <translation>Tatsächlich angemeldet</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Old infrastructure account</source>
        <translation>Altes Infrastrukturkonto</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>The token does not tell its end.</source>
        <translation>Das Token nennt sein Ende nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes arrived. %1</source>
        <translation>
            <numerusform>%n Byte ist angekommen. %1</numerusform>
            <numerusform>%n Bytes sind angekommen. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a while before trying again.</source>
        <translation>Warten Sie eine Weile, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 received too many requests.</source>
        <translation>%1 hat zu viele Anfragen erhalten.</translation>
    </message>
    <message>
        <source>%1 answered with a fault of its own (HTTP %2).</source>
        <translation>%1 hat einen eigenen Fehler gemeldet (HTTP %2).</translation>
    </message>
    <message>
        <source>Try again later, and keep the request id for the service&apos;s support.</source>
        <translation>Versuchen Sie es später erneut und bewahren Sie die Anfrage-ID für den Support des Dienstes auf.</translation>
    </message>
    <message>
        <source>%1 refused the request (HTTP %2) and gave no reason.</source>
        <translation>%1 hat die Anfrage ohne Angabe eines Grundes abgelehnt (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 refused: “%2”</source>
        <translation>%1 hat abgelehnt: „%2“</translation>
    </message>
    <message>
        <source>Check the URL of the token service.</source>
        <translation>Prüfen Sie die URL des Token-Dienstes.</translation>
    </message>
    <message>
        <source>Check the API key and the URL of the token service.</source>
        <translation>Prüfen Sie den API-Schlüssel und die URL des Token-Dienstes.</translation>
    </message>
    <message>
        <source>Check that the API key is complete and belongs to an IBMid of this region.</source>
        <translation>Prüfen Sie, ob der API-Schlüssel vollständig ist und zu einer IBMid dieser Region gehört.</translation>
    </message>
    <message>
        <source>Check API key, client id and client secret. Such a key may live for minutes only and be good for one exchange: if in doubt, create a new one.</source>
        <translation>Prüfen Sie API-Schlüssel, Client-ID und Client-Geheimnis. Ein solcher Schlüssel lebt möglicherweise nur Minuten und gilt für einen einzigen Austausch: Erstellen Sie im Zweifel einen neuen.</translation>
    </message>
    <message>
        <source>Renew the token, and check that this host takes tokens of this kind.</source>
        <translation>Erneuern Sie das Token und prüfen Sie, ob dieser Host Tokens dieser Art annimmt.</translation>
    </message>
    <message>
        <source>The token is accepted, but its owner lacks the right: ask an administrator.</source>
        <translation>Das Token wird akzeptiert, aber seinem Eigentümer fehlt die Berechtigung: Fragen Sie einen Administrator.</translation>
    </message>
    <message>
        <source>Check the path, and the names or ids in it.</source>
        <translation>Prüfen Sie den Pfad und die Namen oder IDs darin.</translation>
    </message>
    <message>
        <source>Check the request.</source>
        <translation>Prüfen Sie die Anfrage.</translation>
    </message>
    <message>
        <source>%1 answered with a fault of its own (HTTP %2). This does not mean that the API key is wrong.</source>
        <translation>%1 hat einen eigenen Fehler gemeldet (HTTP %2). Das bedeutet nicht, dass der API-Schlüssel falsch ist.</translation>
    </message>
    <message>
        <source>a JSONPath begins with $</source>
        <translation>ein JSONPath beginnt mit $</translation>
    </message>
    <message>
        <source>only .name, ..name and [selectors] can follow here</source>
        <translation>hier können nur .name, ..name und [Selektoren] folgen</translation>
    </message>
    <message>
        <source>a name, * or [ follows ..</source>
        <translation>auf .. folgt ein Name, * oder [</translation>
    </message>
    <message>
        <source>a name or * follows the dot</source>
        <translation>auf den Punkt folgt ein Name oder *</translation>
    </message>
    <message>
        <source>this bracket is not closed</source>
        <translation>diese eckige Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a comma or ] is expected</source>
        <translation>ein Komma oder ] wird erwartet</translation>
    </message>
    <message>
        <source>a name in brackets stands in quotation marks</source>
        <translation>ein Name in eckigen Klammern steht in Anführungszeichen</translation>
    </message>
    <message>
        <source>a name, an index, a slice, * or a filter is expected</source>
        <translation>ein Name, ein Index, ein Bereich (slice), * oder ein Filter wird erwartet</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde gestoppt.</translation>
    </message>
    <message>
        <source>The JSONPath finds more than 100 million values.</source>
        <translation>Der JSONPath findet mehr als 100 Millionen Werte.</translation>
    </message>
    <message>
        <source>Use fewer .. and * in it.</source>
        <translation>Verwenden Sie darin weniger .. und *.</translation>
    </message>
    <message>
        <source>Reading the JSON text was stopped.</source>
        <translation>Das Lesen des JSON-Texts wurde gestoppt.</translation>
    </message>
    <message>
        <source>the text holds too many values</source>
        <translation>der Text enthält zu viele Werte</translation>
    </message>
    <message>
        <source>this is half of a character</source>
        <translation>dies ist nur die Hälfte eines Zeichens</translation>
    </message>
    <message>
        <source>this text has no closing quotation mark</source>
        <translation>diesem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>a control character has to be written as \u00…</source>
        <translation>ein Steuerzeichen muss als \u00… geschrieben werden</translation>
    </message>
    <message>
        <source>no such escape; \b \f \n \r \t \/ \\ \uXXXX and the quotation mark of the text may be escaped</source>
        <translation>diese Escape-Sequenz gibt es nicht; maskiert werden dürfen \b \f \n \r \t \/ \\ \uXXXX und das Anführungszeichen des Texts</translation>
    </message>
    <message>
        <source>this is one half of a surrogate pair only</source>
        <translation>dies ist nur die eine Hälfte eines Surrogatpaars</translation>
    </message>
    <message>
        <source>digits are missing</source>
        <translation>es fehlen Ziffern</translation>
    </message>
    <message>
        <source>a number has no leading zero</source>
        <translation>eine Zahl hat keine führende Null</translation>
    </message>
    <message>
        <source>an index is not -0</source>
        <translation>-0 ist kein Index</translation>
    </message>
    <message>
        <source>the number is beyond ±9007199254740991</source>
        <translation>die Zahl liegt außerhalb von ±9007199254740991</translation>
    </message>
    <message>
        <source>A JSON Pointer is empty or begins with /; ~0 stands for ~ and ~1 for /, as in /paths/~1v1.</source>
        <translation>Ein JSON Pointer ist leer oder beginnt mit /; ~0 steht für ~ und ~1 für /, wie in /paths/~1v1.</translation>
    </message>
    <message>
        <source>In the JSON Pointer a ~ is followed by neither 0 nor 1.</source>
        <translation>Im JSON Pointer folgt auf ein ~ weder 0 noch 1.</translation>
    </message>
    <message>
        <source>The JSON Pointer does not begin with /.</source>
        <translation>Der JSON Pointer beginnt nicht mit /.</translation>
    </message>
    <message>
        <source>The document has no value at %1.</source>
        <translation>Das Dokument hat unter %1 keinen Wert.</translation>
    </message>
    <message>
        <source>It has one at %1.</source>
        <translation>Unter %1 hat es einen.</translation>
    </message>
    <message>
        <source>“or” is written ||</source>
        <translation>„oder“ wird als || geschrieben</translation>
    </message>
    <message>
        <source>“and” is written &amp;&amp;</source>
        <translation>„und“ wird als &amp;&amp; geschrieben</translation>
    </message>
    <message>
        <source>this parenthesis is not closed</source>
        <translation>diese runde Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>&amp;&amp;, || or ) is expected</source>
        <translation>&amp;&amp;, || oder ) wird erwartet</translation>
    </message>
    <message>
        <source>a comparison after ! stands in parentheses</source>
        <translation>ein Vergleich nach ! steht in runden Klammern</translation>
    </message>
    <message>
        <source>there is no function %1; there are length, count, match, search and value</source>
        <translation>es gibt keine Funktion %1; es gibt length, count, match, search und value</translation>
    </message>
    <message>
        <source>@, $, a function, a number, a text in quotation marks, true, false or null is expected</source>
        <translation>@, $, eine Funktion, eine Zahl, ein Text in Anführungszeichen, true, false oder null wird erwartet</translation>
    </message>
    <message>
        <source>a comma or ) is expected</source>
        <translation>ein Komma oder ) wird erwartet</translation>
    </message>
    <message>
        <source>%1 takes no condition</source>
        <translation>%1 nimmt keine Bedingung an</translation>
    </message>
    <message>
        <source>only a path of names and indexes can be compared: others may find several values</source>
        <translation>nur ein Pfad aus Namen und Indizes lässt sich vergleichen: andere finden möglicherweise mehrere Werte</translation>
    </message>
    <message>
        <source>the result of %1 cannot be compared</source>
        <translation>das Ergebnis von %1 lässt sich nicht vergleichen</translation>
    </message>
    <message>
        <source>a literal is no condition; compare it</source>
        <translation>ein Literal ist keine Bedingung; vergleichen Sie es</translation>
    </message>
    <message>
        <source>the result of %1 is no condition; compare it</source>
        <translation>das Ergebnis von %1 ist keine Bedingung; vergleichen Sie es</translation>
    </message>
    <message>
        <source>%1 takes a path</source>
        <translation>%1 erwartet einen Pfad</translation>
    </message>
    <message>
        <source>%1 takes a single value: a path of names and indexes, a literal, or a function with a value</source>
        <translation>%1 erwartet einen einzelnen Wert: einen Pfad aus Namen und Indizes, ein Literal oder eine Funktion, die einen Wert liefert</translation>
    </message>
    <message>
        <source>The JSONPath is wrong at character %1: %2.</source>
        <translation>Der JSONPath ist bei Zeichen %1 falsch: %2.</translation>
    </message>
    <message>
        <source>A JSONPath looks like $.orgs[0].name or $..[?@.state == &apos;open&apos;].</source>
        <translation>Ein JSONPath sieht aus wie $.orgs[0].name oder $..[?@.state == &apos;open&apos;].</translation>
    </message>
    <message>
        <source>This API definition is no longer among the opened ones.</source>
        <translation>Diese API-Definition ist nicht mehr unter den geöffneten.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>Pasted definition</source>
        <translation>Eingefügte Definition</translation>
    </message>
    <message>
        <source>The list of opened API definitions in %1 cannot be read.</source>
        <translation>Die Liste der geöffneten API-Definitionen in %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the permissions of this file, then try again.</source>
        <translation>Prüfen Sie die Berechtigungen dieser Datei und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The list of opened API definitions in %1 was written by a newer version of this program.</source>
        <translation>Die Liste der geöffneten API-Definitionen in %1 wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>The list of opened API definitions in %1 cannot be changed.</source>
        <translation>Die Liste der geöffneten API-Definitionen in %1 kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder, then try again.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Berechtigungen des Ordners und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The list of opened API definitions was damaged; a part of it was lost.</source>
        <translation>Die Liste der geöffneten API-Definitionen war beschädigt; ein Teil davon ging verloren.</translation>
    </message>
    <message>
        <source>It was kept as %1. Open the missing definitions again.</source>
        <translation>Sie wurde als %1 aufbewahrt. Öffnen Sie die fehlenden Definitionen erneut.</translation>
    </message>
    <message>
        <source>Remove opened definitions that you no longer need.</source>
        <translation>Entfernen Sie geöffnete Definitionen, die Sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>The document has %1 MB; at most %2 MB are kept.</source>
        <translation>Das Dokument ist %1 MB groß; aufbewahrt werden höchstens %2 MB.</translation>
    </message>
    <message>
        <source>Take a part of it, or use it with acx operations --openapi.</source>
        <translation>Nehmen Sie einen Teil davon oder verwenden Sie es mit acx operations --openapi.</translation>
    </message>
    <message>
        <source>All opened API definitions together would take %1 MB.</source>
        <translation>Alle geöffneten API-Definitionen zusammen würden %1 MB belegen.</translation>
    </message>
    <message>
        <source>More than %1 API definitions are not kept.</source>
        <translation>Mehr als %1 API-Definitionen werden nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The copy of this API definition cannot be read.</source>
        <translation>Die Kopie dieser API-Definition kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Read it again from where it came from, or open it again.</source>
        <translation>Lesen Sie sie noch einmal von ihrem Ursprungsort oder öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>The copy of this API definition is too large.</source>
        <translation>Die Kopie dieser API-Definition ist zu groß.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The option %1 of curl is not known here.</source>
        <translation>Die Option %1 von curl ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Take it out of the command and import it again.</source>
        <translation>Nehmen Sie sie aus dem Befehl heraus und importieren Sie ihn erneut.</translation>
    </message>
    <message>
        <source>The option %1 of curl needs a value.</source>
        <translation>Die Option %1 von curl benötigt einen Wert.</translation>
    </message>
    <message>
        <source>Paste the whole command.</source>
        <translation>Fügen Sie den vollständigen Befehl ein.</translation>
    </message>
    <message>
        <source>The answer holds no API definition.</source>
        <translation>Die Antwort enthält keine API-Definition.</translation>
    </message>
    <message>
        <source>Ask for an API or a draft API with its document (V10: fields=add(api) or fields=add(draft_api)).</source>
        <translation>Fragen Sie eine API oder einen API-Entwurf samt Dokument ab (V10: fields=add(api) oder fields=add(draft_api)).</translation>
    </message>
    <message>
        <source>The answer holds no list of values.</source>
        <translation>Die Antwort enthält keine Liste von Werten.</translation>
    </message>
    <message>
        <source>Type the value.</source>
        <translation>Geben Sie den Wert ein.</translation>
    </message>
    <message>
        <source>The page is no valid JSON.</source>
        <translation>Die Seite ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The answer is no list with total_results and results.</source>
        <translation>Die Antwort ist keine Liste mit total_results und results.</translation>
    </message>
    <message>
        <source>Send the request as it is.</source>
        <translation>Senden Sie die Anfrage so, wie sie ist.</translation>
    </message>
    <message>
        <source>The open requests in %1 cannot be read.</source>
        <translation>Die offenen Anfragen in %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the permissions of this file, then start again. Until then open requests are not kept.</source>
        <translation>Prüfen Sie die Berechtigungen dieser Datei und starten Sie dann erneut. Bis dahin werden offene Anfragen nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The open requests were kept by a newer version of this program.</source>
        <translation>Die offenen Anfragen wurden von einer neueren Version dieses Programms gespeichert.</translation>
    </message>
    <message>
        <source>The file of the open requests was damaged.</source>
        <translation>Die Datei der offenen Anfragen war beschädigt.</translation>
    </message>
    <message>
        <source>A part of the file of the open requests was damaged.</source>
        <translation>Ein Teil der Datei der offenen Anfragen war beschädigt.</translation>
    </message>
    <message>
        <source>It was kept as %1.</source>
        <translation>Sie wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The open requests could not be kept.</source>
        <translation>Die offenen Anfragen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder of %1.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Berechtigungen des Ordners von %1.</translation>
    </message>
    <message>
        <source>The open requests in %1 could not be removed.</source>
        <translation>Die offenen Anfragen in %1 konnten nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Remove this file yourself.</source>
        <translation>Entfernen Sie diese Datei selbst.</translation>
    </message>
    <message>
        <source>“%1” does not say where it is called.</source>
        <translation>„%1“ gibt nicht an, wo die API aufgerufen wird.</translation>
    </message>
    <message>
        <source>Give its base URL in the details of the definition.</source>
        <translation>Geben Sie die Basis-URL in den Details der Definition an.</translation>
    </message>
    <message>
        <source>The profile is read-only, and this %1 could change something.</source>
        <translation>Das Profil erlaubt nur Lesen, und diese Anfrage (%1) könnte etwas ändern.</translation>
    </message>
    <message>
        <source>Use another profile, or allow changes in the profile&apos;s settings.</source>
        <translation>Verwenden Sie ein anderes Profil oder erlauben Sie Änderungen in den Einstellungen des Profils.</translation>
    </message>
    <message>
        <source>The list is larger than %1.</source>
        <translation>Die Liste ist größer als %1.</translation>
    </message>
    <message numerus="yes">
        <source>The list has more than %n pages.</source>
        <translation>
            <numerusform>Die Liste hat mehr als %n Seite.</numerusform>
            <numerusform>Die Liste hat mehr als %n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service answered %1.</source>
        <translation>Der Dienst antwortete mit %1.</translation>
    </message>
    <message>
        <source>Ask for less, for example with the parameter fields.</source>
        <translation>Fragen Sie weniger ab, zum Beispiel mit dem Parameter fields.</translation>
    </message>
    <message>
        <source>The service gave an empty page before the end.</source>
        <translation>Der Dienst lieferte vor dem Ende eine leere Seite.</translation>
    </message>
    <message>
        <source>The service gives the same page again: it does not know offset.</source>
        <translation>Der Dienst liefert dieselbe Seite noch einmal: Er kennt offset nicht.</translation>
    </message>
    <message>
        <source>Only %1 of %2 items arrived. %3</source>
        <translation>Nur %1 von %2 Einträgen sind angekommen. %3</translation>
    </message>
    <message>
        <source>Try again; what arrived is kept here.</source>
        <translation>Versuchen Sie es erneut; was angekommen ist, bleibt hier erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n pages were joined.</source>
        <translation>
            <numerusform>%n Seite wurde zusammengefügt.</numerusform>
            <numerusform>%n Seiten wurden zusammengefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list changed while it was read (from %1 to %2 items): some may be missing or twice.</source>
        <translation>Die Liste hat sich während des Lesens geändert (von %1 auf %2 Einträge): Einige fehlen möglicherweise oder sind doppelt vorhanden.</translation>
    </message>
    <message>
        <source>The documents elsewhere have more than %1 MB.</source>
        <translation>Die Dokumente an anderen Orten sind größer als %1 MB.</translation>
    </message>
    <message>
        <source>What was read before that is used.</source>
        <translation>Verwendet wird, was bis dahin gelesen wurde.</translation>
    </message>
    <message>
        <source>%1 of curl reads a file, which the import does not.</source>
        <translation>%1 von curl liest eine Datei; das tut der Import nicht.</translation>
    </message>
    <message>
        <source>Take it out of the command, import it again and choose the file as the body.</source>
        <translation>Nehmen Sie die Option aus dem Befehl heraus, importieren Sie ihn erneut und wählen Sie die Datei als Inhalt.</translation>
    </message>
    <message>
        <source>A $ or ` that the shell would have filled in stands in the request as it was written.</source>
        <translation>Ein $ oder `, das die Shell ersetzt hätte, steht unverändert in der Anfrage.</translation>
    </message>
    <message>
        <source>%1 was left out: certificates are always checked.</source>
        <translation>%1 wurde weggelassen: Zertifikate werden immer geprüft.</translation>
    </message>
    <message>
        <source>%1 was left out: certificates, proxy and connection are those of the settings.</source>
        <translation>%1 wurde weggelassen: Für Zertifikate, Proxy und Verbindung gelten die Einstellungen.</translation>
    </message>
    <message>
        <source>Headers that came from another command are left out; the request takes the profile&apos;s token.</source>
        <translation>Header, die aus einem anderen Befehl stammen, wurden weggelassen; die Anfrage verwendet das Token des Profils.</translation>
    </message>
    <message>
        <source>The header %1 was left out: it follows from the request.</source>
        <translation>Der Header %1 wurde weggelassen: Er ergibt sich aus der Anfrage.</translation>
    </message>
    <message>
        <source>The token that the shell would have filled in is the profile&apos;s now.</source>
        <translation>Das Token, das die Shell eingesetzt hätte, ist jetzt das des Profils.</translation>
    </message>
    <message>
        <source>A field of the form has no name: %1.</source>
        <translation>Ein Feld des Formulars hat keinen Namen: %1.</translation>
    </message>
    <message>
        <source>Write %1 name=value.</source>
        <translation>Schreiben Sie %1 name=value.</translation>
    </message>
    <message>
        <source>The user has no password; curl would have asked for it.</source>
        <translation>Für den Benutzer ist kein Passwort angegeben; curl hätte danach gefragt.</translation>
    </message>
    <message>
        <source>Only the first URL of the command was taken.</source>
        <translation>Nur die erste URL des Befehls wurde übernommen.</translation>
    </message>
    <message>
        <source>The command brings an Authorization of its own; it is sent in place of the profile&apos;s token.</source>
        <translation>Der Befehl enthält einen eigenen Authorization-Header; er wird statt des Tokens des Profils gesendet.</translation>
    </message>
    <message>
        <source>The command has both data and a form; curl refuses that.</source>
        <translation>Der Befehl enthält sowohl Daten als auch ein Formular; das lehnt curl ab.</translation>
    </message>
    <message>
        <source>Take one of them out and import it again.</source>
        <translation>Nehmen Sie eines von beiden heraus und importieren Sie den Befehl erneut.</translation>
    </message>
    <message>
        <source>The curl command has no URL.</source>
        <translation>Der curl-Befehl enthält keine URL.</translation>
    </message>
    <message>
        <source>The URL had no scheme; https:// was put before it.</source>
        <translation>Die URL hatte kein Schema; https:// wurde ihr vorangestellt.</translation>
    </message>
    <message>
        <source>curl would make several URLs of the brackets; they were kept as they are.</source>
        <translation>curl würde aus den Klammern mehrere URLs bilden; sie wurden unverändert übernommen.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The history in %1 cannot be used.</source>
        <translation>Der Verlauf in %1 ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>Requests go out as ever; nothing is recorded. Check the free space and the permissions of its folder.</source>
        <translation>Anfragen gehen hinaus wie immer; aufgezeichnet wird nichts. Prüfen Sie den freien Platz und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>There is no room for the history in %1.</source>
        <translation>Für den Verlauf in %1 ist kein Platz.</translation>
    </message>
    <message>
        <source>Make room on that disk. Until then requests go out as ever and are not recorded.</source>
        <translation>Schaffen Sie dort Platz. Bis dahin gehen Anfragen hinaus wie immer und werden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Another program is using the history.</source>
        <translation>Ein anderes Programm benutzt den Verlauf.</translation>
    </message>
    <message>
        <source>The text holds no curl command.</source>
        <translation>Der Text enthält keinen curl-Befehl.</translation>
    </message>
    <message>
        <source>Paste a command that begins with curl.</source>
        <translation>Fügen Sie einen Befehl ein, der mit curl beginnt.</translation>
    </message>
    <message>
        <source>Only the first request of the command was taken.</source>
        <translation>Nur die erste Anfrage des Befehls wurde übernommen.</translation>
    </message>
    <message>
        <source>What follows the curl command was left out.</source>
        <translation>Was auf den curl-Befehl folgt, wurde weggelassen.</translation>
    </message>
    <message>
        <source>The service refused the token, and it could not be renewed. %1</source>
        <translation>Der Dienst hat das Token abgelehnt, und es konnte nicht erneuert werden. %1</translation>
    </message>
    <message>
        <source>The history was damaged and could not be read.</source>
        <translation>Der Verlauf war beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <source>It was kept as %1, and a new one was begun.</source>
        <translation>Er wurde als %1 aufgehoben, ein neuer wurde begonnen.</translation>
    </message>
    <message>
        <source>The history in %1 was written by a newer version of this program.</source>
        <translation>Der Verlauf in %1 stammt von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>It is left alone and nothing is recorded. Use that version, or move the file away to begin anew.</source>
        <translation>Er bleibt unberührt, und nichts wird aufgezeichnet. Nehmen Sie jene Version, oder verschieben Sie die Datei, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>There is no history: %1 is missing in this system.</source>
        <translation>Es gibt keinen Verlauf: Diesem System fehlt %1.</translation>
    </message>
    <message>
        <source>Install Qt&apos;s driver for SQLite (libqt6sql6-sqlite on Debian); everything else works without it.</source>
        <translation>Installieren Sie den SQLite-Treiber von Qt (unter Debian libqt6sql6-sqlite); alles andere geht auch ohne ihn.</translation>
    </message>
    <message>
        <source>Another program is making the history.</source>
        <translation>Ein anderes Programm legt den Verlauf gerade an.</translation>
    </message>
    <message>
        <source>This entry is no longer in the history.</source>
        <translation>Dieser Eintrag ist nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>A pasted definition cannot be read again.</source>
        <translation>Eine eingefügte Definition kann nicht erneut gelesen werden.</translation>
    </message>
    <message>
        <source>Paste the new text; it becomes a catalog of its own.</source>
        <translation>Fügen Sie den neuen Text ein; er wird zu einem eigenen Katalog.</translation>
    </message>
    <message numerus="yes">
        <source>The bodies of %n request(s) were too large to be kept.</source>
        <translation>
            <numerusform>Der Inhalt von %n Anfrage war zu groß, um aufbewahrt zu werden.</numerusform>
            <numerusform>Die Inhalte von %n Anfragen waren zu groß, um aufbewahrt zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep large bodies in files, and send them as a file.</source>
        <translation>Bewahren Sie große Inhalte in Dateien auf und senden Sie sie als Datei.</translation>
    </message>
    <message>
        <source>The values depend on “%1”, which is still empty.</source>
        <translation>Die Werte hängen von „%1“ ab; dieses Feld ist noch leer.</translation>
    </message>
    <message>
        <source>Fill in “%1” first.</source>
        <translation>Füllen Sie zuerst „%1“ aus.</translation>
    </message>
    <message>
        <source>The profile that this API definition was read with is gone.</source>
        <translation>Das Profil, mit dem diese API-Definition gelesen wurde, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Open the definition again with another profile.</source>
        <translation>Öffnen Sie die Definition erneut mit einem anderen Profil.</translation>
    </message>
    <message>
        <source>%1 does not belong to the profile “%2” any more.</source>
        <translation>%1 gehört nicht mehr zum Profil „%2“.</translation>
    </message>
    <message>
        <source>Open the definition again from where it is now.</source>
        <translation>Öffnen Sie die Definition erneut von ihrem jetzigen Ort.</translation>
    </message>
    <message>
        <source>%1 answered %2 %3 instead of the document.</source>
        <translation>%1 antwortete mit %2 %3 statt mit dem Dokument.</translation>
    </message>
    <message>
        <source>Check the address of the document.</source>
        <translation>Prüfen Sie die Adresse des Dokuments.</translation>
    </message>
    <message>
        <source>Check that the document can be read there.</source>
        <translation>Prüfen Sie, ob das Dokument dort gelesen werden kann.</translation>
    </message>
    <message>
        <source>This is no base URL that can be called.</source>
        <translation>Dies ist keine Basis-URL, die aufgerufen werden kann.</translation>
    </message>
    <message>
        <source>Write it as https://host/path; plain http is only for this computer.</source>
        <translation>Schreiben Sie sie als https://host/path; unverschlüsseltes http ist nur für diesen Computer möglich.</translation>
    </message>
    <message>
        <source>The definition has not been read yet.</source>
        <translation>Die Definition wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>A quotation mark in the command is not closed.</source>
        <translation>Ein Anführungszeichen im Befehl ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>Another program is changing it.</source>
        <translation>Ein anderes Programm ändert sie gerade.</translation>
    </message>
    <message>
        <source>The damaged file cannot be renamed.</source>
        <translation>Die beschädigte Datei lässt sich nicht umbenennen.</translation>
    </message>
    <message>
        <source>%1 is no valid JSON. Line %2, column %3: %4.</source>
        <translation>%1 ist kein gültiges JSON. Zeile %2, Spalte %3: %4.</translation>
    </message>
    <message>
        <source>Should be greater than %1.</source>
        <translation>Sollte größer als %1 sein.</translation>
    </message>
    <message>
        <source>Should be %1 or greater.</source>
        <translation>Sollte mindestens %1 sein.</translation>
    </message>
    <message>
        <source>Should be less than %1.</source>
        <translation>Sollte kleiner als %1 sein.</translation>
    </message>
    <message>
        <source>Should be %1 or less.</source>
        <translation>Sollte höchstens %1 sein.</translation>
    </message>
    <message>
        <source>Multiples of %1 cannot be checked.</source>
        <translation>Vielfache von %1 können nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Should be a multiple of %1.</source>
        <translation>Sollte ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>Should have %1 characters or more, but has %2.</source>
        <translation>Sollte mindestens %1 Zeichen haben, hat aber %2.</translation>
    </message>
    <message>
        <source>Should have %1 characters or fewer, but has %2.</source>
        <translation>Sollte höchstens %1 Zeichen haben, hat aber %2.</translation>
    </message>
    <message>
        <source>The pattern %1 could not be checked.</source>
        <translation>Das Muster %1 konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Does not match the pattern %1.</source>
        <translation>Entspricht nicht dem Muster %1.</translation>
    </message>
    <message>
        <source>Should have %1 items or more, but has %2.</source>
        <translation>Die Anzahl der Einträge sollte mindestens %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>Should have %1 items or fewer, but has %2.</source>
        <translation>Die Anzahl der Einträge sollte höchstens %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>Should have %1 items of a certain kind or more, but has %2.</source>
        <translation>Die Anzahl der Einträge einer bestimmten Art sollte mindestens %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>Should have %1 items of a certain kind or fewer, but has %2.</source>
        <translation>Die Anzahl der Einträge einer bestimmten Art sollte höchstens %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>Very large items were not compared with each other.</source>
        <translation>Sehr große Einträge wurden nicht miteinander verglichen.</translation>
    </message>
    <message>
        <source>Is the same as item %1, but no item may be twice.</source>
        <translation>Ist identisch mit Eintrag %1, aber kein Eintrag darf doppelt vorkommen.</translation>
    </message>
    <message>
        <source>Should have %1 members or more, but has %2.</source>
        <translation>Die Anzahl der Elemente sollte mindestens %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>Should have %1 members or fewer, but has %2.</source>
        <translation>Die Anzahl der Elemente sollte höchstens %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>A pattern for names of members could not be checked.</source>
        <translation>Ein Muster für Elementnamen konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The member “%1” is not known here.</source>
        <translation>Das Element „%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The name “%1”: %2</source>
        <translation>Der Name „%1“: %2</translation>
    </message>
    <message>
        <source>The member “%1” is missing.</source>
        <translation>Das Element „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The member “%1” is missing, which belongs to “%2”.</source>
        <translation>Das Element „%1“ fehlt, das zu „%2“ gehört.</translation>
    </message>
    <message>
        <source>Should be a whole number.</source>
        <translation>Sollte eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>Should be a number.</source>
        <translation>Sollte eine Zahl sein.</translation>
    </message>
    <message>
        <source>Should be true or false.</source>
        <translation>Sollte true oder false sein.</translation>
    </message>
    <message>
        <source>Should be a JSON object.</source>
        <translation>Sollte ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>This has to be filled in.</source>
        <translation>Dies muss ausgefüllt werden.</translation>
    </message>
    <message>
        <source>“%1” cannot stand in a path.</source>
        <translation>„%1“ kann nicht in einem Pfad stehen.</translation>
    </message>
    <message>
        <source>This is no valid JSON: %1.</source>
        <translation>Dies ist kein gültiges JSON: %1.</translation>
    </message>
    <message>
        <source>The check was called off.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The schema itself cannot be read.</source>
        <translation>Das Schema selbst kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The operation %1 has no parameter “%2”.</source>
        <translation>Die Operation %1 hat keinen Parameter „%2“.</translation>
    </message>
    <message>
        <source>The name “%1” stands for more than one.</source>
        <translation>Der Name „%1“ ist nicht eindeutig.</translation>
    </message>
    <message>
        <source>Name one of them: %1.</source>
        <translation>Nennen Sie einen davon: %1.</translation>
    </message>
    <message>
        <source>The parameter “%1” is given twice.</source>
        <translation>Der Parameter „%1“ ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>“%1” is no value of the parameter “%2”.</source>
        <translation>„%1“ ist kein Wert des Parameters „%2“.</translation>
    </message>
    <message>
        <source>Its values: %1.</source>
        <translation>Seine Werte: %1.</translation>
    </message>
    <message>
        <source>“%1” cannot stand in a path as the parameter “%2”.</source>
        <translation>„%1“ kann nicht als Parameter „%2“ in einem Pfad stehen.</translation>
    </message>
    <message>
        <source>“%1” is no value of type %2 for “%3” in the body.</source>
        <translation>„%1“ ist kein Wert vom Typ %2 für „%3“ im Inhalt.</translation>
    </message>
    <message>
        <source>Write it as JSON.</source>
        <translation>Schreiben Sie ihn als JSON.</translation>
    </message>
    <message>
        <source>The body of %1 cannot be made from values.</source>
        <translation>Der Inhalt von %1 kann nicht aus Werten gebildet werden.</translation>
    </message>
    <message>
        <source>Give the whole body and its Content-Type.</source>
        <translation>Geben Sie den ganzen Inhalt und seinen Content-Type an.</translation>
    </message>
    <message>
        <source>The operation %1 needs “%2”.</source>
        <translation>Die Operation %1 benötigt „%2“.</translation>
    </message>
    <message>
        <source>Should be a date and time such as 2026-01-31T12:00:00Z.</source>
        <translation>Sollte Datum und Uhrzeit sein, etwa 2026-01-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>Should be a date such as 2026-01-31.</source>
        <translation>Sollte ein Datum sein, etwa 2026-01-31.</translation>
    </message>
    <message>
        <source>Should be a time such as 12:00:00Z.</source>
        <translation>Sollte eine Uhrzeit sein, etwa 12:00:00Z.</translation>
    </message>
    <message>
        <source>Should be a duration such as P1DT12H.</source>
        <translation>Sollte eine Dauer sein, etwa P1DT12H.</translation>
    </message>
    <message>
        <source>Should be an e-mail address.</source>
        <translation>Sollte eine E-Mail-Adresse sein.</translation>
    </message>
    <message>
        <source>Should be a host name.</source>
        <translation>Sollte ein Hostname sein.</translation>
    </message>
    <message>
        <source>Should be an IPv4 address such as 192.0.2.1.</source>
        <translation>Sollte eine IPv4-Adresse sein, etwa 192.0.2.1.</translation>
    </message>
    <message>
        <source>Should be an IPv6 address such as 2001:db8::1.</source>
        <translation>Sollte eine IPv6-Adresse sein, etwa 2001:db8::1.</translation>
    </message>
    <message>
        <source>Should be a whole URL such as https://example.com/.</source>
        <translation>Sollte eine vollständige URL sein, etwa https://example.com/.</translation>
    </message>
    <message>
        <source>Should be a URL or a part of one.</source>
        <translation>Sollte eine URL oder ein Teil davon sein.</translation>
    </message>
    <message>
        <source>Should be a UUID such as 3fa85f64-5717-4562-b3fc-2c963f66afa6.</source>
        <translation>Sollte eine UUID sein, etwa 3fa85f64-5717-4562-b3fc-2c963f66afa6.</translation>
    </message>
    <message>
        <source>Should be base64.</source>
        <translation>Sollte base64 sein.</translation>
    </message>
    <message>
        <source>Should be a JSON Pointer such as /a/b.</source>
        <translation>Sollte ein JSON Pointer sein, etwa /a/b.</translation>
    </message>
    <message>
        <source>Should be a regular expression.</source>
        <translation>Sollte ein regulärer Ausdruck sein.</translation>
    </message>
    <message>
        <source>Should lie between %1 and %2.</source>
        <translation>Sollte zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>The body would be larger than %1 MB.</source>
        <translation>Der Inhalt wäre größer als %1 MB.</translation>
    </message>
    <message>
        <source>Send a smaller file.</source>
        <translation>Senden Sie eine kleinere Datei.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>„%1“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>“%1” is no plain file.</source>
        <translation>„%1“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>Die Datei „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Field “%1”: %2</source>
        <translation>Feld „%1“: %2</translation>
    </message>
    <message>
        <source>The form needs “%1”.</source>
        <translation>Das Formular benötigt „%1“.</translation>
    </message>
    <message>
        <source>Choose a file for it.</source>
        <translation>Wählen Sie dafür eine Datei aus.</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Füllen Sie es aus.</translation>
    </message>
    <message>
        <source>“%1” is no form.</source>
        <translation>„%1“ ist kein Formular.</translation>
    </message>
    <message>
        <source>Use multipart/form-data or %1.</source>
        <translation>Verwenden Sie multipart/form-data oder %1.</translation>
    </message>
    <message>
        <source>“%1” is excluded here.</source>
        <translation>„%1“ ist hier ausgeschlossen.</translation>
    </message>
    <message>
        <source>Fits %1 of the alternatives, but should fit one only.</source>
        <translation>Passt zu %1 der Alternativen, sollte aber nur zu einer passen.</translation>
    </message>
    <message>
        <source>The member “%1” is missing, which tells the kind of the object.</source>
        <translation>Das Element „%1“ fehlt, das die Art des Objekts angibt.</translation>
    </message>
    <message>
        <source>“%1” is no kind that is known here: %2.</source>
        <translation>„%1“ ist keine der hier bekannten Arten: %2.</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>The check was ended because it would take too long.</source>
        <translation>Die Prüfung wurde beendet, weil sie zu lange dauern würde.</translation>
    </message>
    <message>
        <source>What is nested deeper than %1 levels was not checked.</source>
        <translation>Was tiefer als %1 Ebenen verschachtelt ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>No value is allowed here.</source>
        <translation>Hier ist kein Wert erlaubt.</translation>
    </message>
    <message>
        <source>Should be %1, but is %2.</source>
        <comment>types of JSON values</comment>
        <translation>Sollte %1 sein, ist aber %2.</translation>
    </message>
    <message>
        <source>“%1” is none of the values allowed here: %2.</source>
        <translation>„%1“ ist keiner der hier erlaubten Werte: %2.</translation>
    </message>
    <message>
        <source>Save it to look at it with another program.</source>
        <translation>Speichern Sie es, um es mit einem anderen Programm anzusehen.</translation>
    </message>
    <message>
        <source>This picture cannot be shown here.</source>
        <translation>Dieses Bild kann hier nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>This picture is too large to be shown: %1 × %2 pixels.</source>
        <translation>Dieses Bild ist zu groß, um angezeigt zu werden: %1 × %2 Pixel.</translation>
    </message>
    <message>
        <source>This picture is damaged or incomplete.</source>
        <translation>Dieses Bild ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>This operation needs a body.</source>
        <translation>Diese Operation benötigt einen Inhalt.</translation>
    </message>
    <message>
        <source>Another program is changing the list of opened API definitions.</source>
        <translation>Ein anderes Programm ändert gerade die Liste der geöffneten API-Definitionen.</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>The name of the proxy holds a line break or another control character.</source>
        <translation>Der Name des Proxys enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.</translation>
    </message>
    <message>
        <source>%1 wants a client certificate, and none was shown.</source>
        <translation>%1 verlangt ein Client-Zertifikat, und es wurde keines vorgelegt.</translation>
    </message>
    <message>
        <source>%1 does not accept the client certificate that it was shown.</source>
        <translation>%1 nimmt das vorgelegte Client-Zertifikat nicht an.</translation>
    </message>
    <message>
        <source>Check with the operator of the server which certificate it expects.</source>
        <translation>Fragen Sie den Betreiber des Servers, welches Zertifikat er erwartet.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted for it.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem Sie dafür vertraut haben.</translation>
    </message>
    <message>
        <source>Ask the operator of the server whether it was replaced, and trust the new one only after comparing its fingerprint; somebody may be between you and the server.</source>
        <translation>Fragen Sie den Betreiber des Servers, ob es ersetzt wurde, und vertrauen Sie dem neuen erst nach dem Vergleich des Fingerabdrucks; jemand könnte zwischen Ihnen und dem Server stehen.</translation>
    </message>
    <message>
        <source>If this is your organization&apos;s own server, add its certificate authority in the settings, name it by SSL_CERT_FILE, or look at the certificate and trust it for this host and port alone.</source>
        <translation>Wenn dies ein eigener Server Ihrer Organisation ist, fügen Sie dessen Zertifizierungsstelle in den Einstellungen hinzu, nennen Sie sie mit SSL_CERT_FILE, oder sehen Sie sich das Zertifikat an und vertrauen Sie ihm nur für diesen Host und Port.</translation>
    </message>
    <message>
        <source>The program is locked, so there is no token.</source>
        <translation>Das Programm ist gesperrt, deshalb gibt es kein Token.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The token lacks the scope “%1”: ask an administrator for it.</source>
        <translation>Dem Token fehlt der Scope „%1“: Bitten Sie einen Administrator darum.</translation>
    </message>
    <message>
        <source>The keychain reported an error, so the key counts as not saved.</source>
        <translation>Der Schlüsselbund hat einen Fehler gemeldet, deshalb gilt der Schlüssel als nicht gespeichert.</translation>
    </message>
    <message>
        <source>The keychain reported an error, so the stored key cannot be read.</source>
        <translation>Der Schlüsselbund hat einen Fehler gemeldet, deshalb kann der gespeicherte Schlüssel nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The keychain reported an error, so the stored key counts as not removed.</source>
        <translation>Der Schlüsselbund hat einen Fehler gemeldet, deshalb gilt der gespeicherte Schlüssel als nicht entfernt.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, look into the program that manages your keychain.</source>
        <translation>Versuchen Sie es noch einmal. Wenn es so bleibt, sehen Sie im Programm nach, das Ihren Schlüsselbund verwaltet.</translation>
    </message>
    <message>
        <source>The client secret of “%1” was kept for one session only and is gone.</source>
        <translation>Das Client-Geheimnis von „%1“ wurde nur für eine Sitzung behalten und ist weg.</translation>
    </message>
    <message>
        <source>The keychain no longer has the client secret of “%1”.</source>
        <translation>Der Schlüsselbund hat das Client-Geheimnis von „%1“ nicht mehr.</translation>
    </message>
    <message>
        <source>Enter the client id and its secret again in this profile.</source>
        <translation>Geben Sie Client-ID und Client-Geheimnis in diesem Profil noch einmal ein.</translation>
    </message>
    <message>
        <source>The program is ending, so this was not finished.</source>
        <translation>Das Programm wird beendet, deshalb wurde dies nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Start it again and look at the profile.</source>
        <translation>Starten Sie es noch einmal und sehen Sie sich das Profil an.</translation>
    </message>
    <message>
        <source>The proxy %1 does not accept the user name and the password.</source>
        <translation>Der Proxy %1 nimmt den Benutzernamen und das Passwort nicht an.</translation>
    </message>
    <message>
        <source>Correct them in the proxy settings.</source>
        <translation>Berichtigen Sie beides in den Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>Check the proxy settings, user name and password among them, or ask who runs the proxy.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen samt Benutzername und Passwort, oder fragen Sie den Betreiber des Proxys.</translation>
    </message>
    <message>
        <source>The proxy %1 made no connection to %2 within %3 s.</source>
        <translation>Der Proxy %1 hat innerhalb von %3 s keine Verbindung zu %2 hergestellt.</translation>
    </message>
    <message>
        <source>The path holds “%1” between two slashes, which this program cannot send.</source>
        <translation>Der Pfad enthält „%1“ zwischen zwei Schrägstrichen, was dieses Programm nicht senden kann.</translation>
    </message>
    <message>
        <source>Use another name for it.</source>
        <translation>Verwenden Sie dafür einen anderen Namen.</translation>
    </message>
    <message>
        <source>Name your certificate for this host and port in the settings.</source>
        <translation>Geben Sie in den Einstellungen Ihr Zertifikat für diesen Host und Port an.</translation>
    </message>
    <message>
        <source>This is one of IBM&apos;s hosts, whose certificates are never trusted by hand: somebody may be between you and it. If your organization inspects connections, add its certificate authority in the settings.</source>
        <translation>Dies ist ein Host von IBM, dessen Zertifikaten nie von Hand vertraut wird: Jemand könnte zwischen Ihnen und ihm stehen. Wenn Ihre Organisation Verbindungen prüft, fügen Sie deren Zertifizierungsstelle in den Einstellungen hinzu.</translation>
    </message>
    <message>
        <source>It is not trusted by hand either, because it is expired or not yet valid.</source>
        <translation>Auch von Hand wird ihm nicht vertraut, weil es abgelaufen oder noch nicht gültig ist.</translation>
    </message>
    <message>
        <source>It is not trusted by hand either, because it was issued for another host.</source>
        <translation>Auch von Hand wird ihm nicht vertraut, weil es für einen anderen Host ausgestellt wurde.</translation>
    </message>
    <message>
        <source>It is not trusted by hand either, because it was not issued for a server.</source>
        <translation>Auch von Hand wird ihm nicht vertraut, weil es nicht für einen Server ausgestellt wurde.</translation>
    </message>
    <message>
        <source>It is not trusted by hand either, because its key or its signature is too weak.</source>
        <translation>Auch von Hand wird ihm nicht vertraut, weil sein Schlüssel oder seine Signatur zu schwach ist.</translation>
    </message>
    <message>
        <source>The key in %1 is protected by a passphrase.</source>
        <translation>Der Schlüssel in %1 ist durch eine Passphrase geschützt.</translation>
    </message>
    <message>
        <source>Enter its passphrase in the settings; it is kept in the keychain.</source>
        <translation>Geben Sie die Passphrase in den Einstellungen ein; sie wird im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>The passphrase does not open %1.</source>
        <translation>Die Passphrase öffnet %1 nicht.</translation>
    </message>
    <message>
        <source>Enter the right passphrase in the settings.</source>
        <translation>Geben Sie in den Einstellungen die richtige Passphrase ein.</translation>
    </message>
    <message>
        <source>%1 holds no private key that can be read.</source>
        <translation>%1 enthält keinen lesbaren privaten Schlüssel.</translation>
    </message>
    <message>
        <source>Choose the PEM file of the key as well, or a PKCS#12 file with certificate and key.</source>
        <translation>Wählen Sie auch die PEM-Datei des Schlüssels oder eine PKCS#12-Datei mit Zertifikat und Schlüssel.</translation>
    </message>
    <message>
        <source>%1 holds no certificate.</source>
        <translation>%1 enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>Choose a PEM file that says BEGIN CERTIFICATE, or a PKCS#12 file.</source>
        <translation>Wählen Sie eine PEM-Datei, in der BEGIN CERTIFICATE steht, oder eine PKCS#12-Datei.</translation>
    </message>
    <message>
        <source>The file %1 of your client certificate does not exist.</source>
        <translation>Die Datei %1 Ihres Client-Zertifikats gibt es nicht.</translation>
    </message>
    <message>
        <source>The file %1 of your client certificate cannot be read.</source>
        <translation>Die Datei %1 Ihres Client-Zertifikats kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Put it back, or choose another one in the settings.</source>
        <translation>Legen Sie sie wieder dorthin, oder wählen Sie in den Einstellungen eine andere.</translation>
    </message>
    <message>
        <source>%1 is encrypted in a way that is no longer used.</source>
        <translation>%1 ist auf eine Weise verschlüsselt, die nicht mehr verwendet wird.</translation>
    </message>
    <message>
        <source>Make it anew with: openssl pkcs12 -legacy -in FILE -nodes | openssl pkcs12 -export -out NEW</source>
        <translation>Erzeugen Sie sie neu mit: openssl pkcs12 -legacy -in DATEI -nodes | openssl pkcs12 -export -out NEU</translation>
    </message>
    <message>
        <source>Check the date of this computer; if it is right, ask for a new certificate.</source>
        <translation>Prüfen Sie das Datum dieses Computers; wenn es stimmt, fordern Sie ein neues Zertifikat an.</translation>
    </message>
    <message>
        <source>Your client certificate %1 expired on %2.</source>
        <translation>Ihr Client-Zertifikat %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>Your client certificate %1 is valid only from %2 on.</source>
        <translation>Ihr Client-Zertifikat %1 gilt erst ab %2.</translation>
    </message>
    <message>
        <source>The private key does not belong to the certificate in %1.</source>
        <translation>Der private Schlüssel gehört nicht zum Zertifikat in %1.</translation>
    </message>
    <message>
        <source>Choose the key that the certificate was made for.</source>
        <translation>Wählen Sie den Schlüssel, für den das Zertifikat ausgestellt wurde.</translation>
    </message>
    <message>
        <source>Keys of the kind in %1 cannot be used here.</source>
        <translation>Schlüssel der Art in %1 können hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Ask for a certificate with an RSA or elliptic curve key (P-256, P-384, P-521).</source>
        <translation>Fordern Sie ein Zertifikat mit einem RSA-Schlüssel oder einem Schlüssel auf elliptischen Kurven an (P-256, P-384, P-521).</translation>
    </message>
    <message>
        <source>“%1” is not a host with or without a port.</source>
        <translation>„%1“ ist kein Host mit oder ohne Port.</translation>
    </message>
    <message>
        <source>Write it as gateway.example.com or gateway.example.com:9443.</source>
        <translation>Schreiben Sie ihn wie gateway.example.com oder gateway.example.com:9443.</translation>
    </message>
    <message>
        <source>The password of the proxy %1 could not be read: %2</source>
        <translation>Das Passwort des Proxys %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The keychain no longer has the passphrase of your client certificate for %1.</source>
        <translation>Der Schlüsselbund hat die Passphrase Ihres Client-Zertifikats für %1 nicht mehr.</translation>
    </message>
    <message>
        <source>Add the certificate again in the settings.</source>
        <translation>Fügen Sie das Zertifikat in den Einstellungen noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The passphrase of your client certificate for %1 could not be read: %2</source>
        <translation>Die Passphrase Ihres Client-Zertifikats für %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The list of trusted certificates in %1 cannot be read.</source>
        <translation>Die Liste vertrauter Zertifikate in %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the permissions of this file; until then none of them is trusted.</source>
        <translation>Prüfen Sie die Rechte dieser Datei; bis dahin wird keinem von ihnen vertraut.</translation>
    </message>
    <message>
        <source>The list of trusted certificates in %1 was written by a newer version of this program.</source>
        <translation>Die Liste vertrauter Zertifikate in %1 wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>The list of trusted certificates was damaged and could not all be read.</source>
        <translation>Die Liste vertrauter Zertifikate war beschädigt und konnte nicht ganz gelesen werden.</translation>
    </message>
    <message>
        <source>It was kept as %1. What is missing has to be trusted again.</source>
        <translation>Sie wurde als %1 aufbewahrt. Was fehlt, muss noch einmal bestätigt werden.</translation>
    </message>
    <message>
        <source>The list of trusted certificates in %1 cannot be changed.</source>
        <translation>Die Liste vertrauter Zertifikate in %1 kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>API Connect Explorer cannot start</source>
        <translation>API Connect Explorer kann nicht starten</translation>
    </message>
    <message>
        <source>This is a token in JSON form, or other JSON: only the compact form, which has dots, can be read.</source>
        <translation>Das ist ein Token in JSON-Form oder anderes JSON: Gelesen werden kann nur die kompakte Form, die Punkte hat.</translation>
    </message>
    <message>
        <source>profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>open requests</source>
        <translation>offene Anfragen</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>der Verlauf</translation>
    </message>
    <message>
        <source>opened API definitions</source>
        <translation>geöffnete API-Definitionen</translation>
    </message>
    <message>
        <source>These cannot be kept after the program ends, because their folders cannot be written: %1.</source>
        <translation>Diese können über das Ende des Programms hinaus nicht aufbewahrt werden, weil in ihre Ordner nicht geschrieben werden kann: %1.</translation>
    </message>
    <message>
        <source>To keep it, make these folders writable and start again: %1</source>
        <translation>Machen Sie, um sie zu behalten, diese Ordner beschreibbar und starten Sie neu: %1</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Minute erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n Minuten erneut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n hours.</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Stunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n Stunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write one in the Body tab; “Example” makes a start.</source>
        <translation>Schreiben Sie ihn im Tab „Inhalt“; „Beispiel“ liefert einen Anfang.</translation>
    </message>
    <message>
        <source>%1 is a link to %2.</source>
        <translation>%1 ist eine Verknüpfung mit %2.</translation>
    </message>
    <message>
        <source>Choose that file itself.</source>
        <translation>Wählen Sie diese Datei selbst.</translation>
    </message>
    <message>
        <source>It has no base URL now. Look at the definition again.</source>
        <translation>Sie hat jetzt keine Basis-URL. Sehen Sie sich die Definition noch einmal an.</translation>
    </message>
    <message>
        <source>It is called at %1 now. Look at the definition again before you keep anything for it.</source>
        <translation>Sie wird jetzt bei %1 aufgerufen. Sehen Sie sich die Definition noch einmal an, bevor Sie etwas für sie aufbewahren.</translation>
    </message>
    <message>
        <source>Nothing was kept: the base URL of this API definition has changed since it was shown.</source>
        <translation>Nichts wurde aufbewahrt: Die Basis-URL dieser API-Definition hat sich geändert, seit sie angezeigt wurde.</translation>
    </message>
    <message>
        <source>The list of opened API definitions would take more than %1 MB.</source>
        <translation>Die Liste der geöffneten API-Definitionen würde mehr als %1 MB brauchen.</translation>
    </message>
    <message>
        <source>%1 sends on to %2 for a document, which was not in the question: nothing was read there.</source>
        <translation>%1 verweist für ein Dokument weiter auf %2, das nicht in der Frage stand: Dort wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>If it may be read there, have the definition refer to %1 itself.</source>
        <translation>Wenn es dort gelesen werden darf, lassen Sie die Definition selbst auf %1 verweisen.</translation>
    </message>
    <message>
        <source>Have the definition refer to where the document is.</source>
        <translation>Lassen Sie die Definition dorthin verweisen, wo das Dokument liegt.</translation>
    </message>
    <message>
        <source>%1 sends on from https to plain http for a document: it was not read.</source>
        <translation>%1 verweist für ein Dokument von https auf unverschlüsseltes http weiter: Es wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 sends on more than %2 times for a document: it was not read.</source>
        <translation>%1 verweist für ein Dokument mehr als %2-mal weiter: Es wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The passphrase of your client certificate for %1 could not be removed, so nothing was changed: %2</source>
        <translation>Die Passphrase Ihres Client-Zertifikats für %1 konnte nicht entfernt werden, daher wurde nichts geändert: %2</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look into the program that manages your keychain, then try again.</source>
        <translation>Sehen Sie in dem Programm nach, das Ihren Schlüsselbund verwaltet, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The old passphrase had already been removed from the keychain and could not be put back: add the certificate again to enter it.</source>
        <translation>Die alte Passphrase war schon aus dem Schlüsselbund entfernt und konnte nicht zurückgelegt werden: Fügen Sie das Zertifikat noch einmal hinzu, um sie einzugeben.</translation>
    </message>
    <message>
        <source>%1 cannot be read at present: its folder does not answer.</source>
        <translation>%1 kann zurzeit nicht gelesen werden: Der Ordner antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the drive or the network folder. The file is used as soon as it can be read.</source>
        <translation>Prüfen Sie das Laufwerk oder den Netzwerkordner. Die Datei wird verwendet, sobald sie gelesen werden kann.</translation>
    </message>
    <message>
        <source>There are more remarks; only the first %1 are listed.</source>
        <translation>Es gibt weitere Anmerkungen; nur die ersten %1 sind aufgeführt.</translation>
    </message>
    <message>
        <source>The document cannot be read as JSON. Line %1: %2.</source>
        <translation>Das Dokument kann nicht als JSON gelesen werden. Zeile %1: %2.</translation>
    </message>
    <message>
        <source>Choose a smaller document, or a part of it.</source>
        <translation>Wählen Sie ein kleineres Dokument oder einen Teil davon.</translation>
    </message>
    <message>
        <source>The document takes longer than %1 s to read.</source>
        <translation>Das Lesen des Dokuments dauert länger als %1 s.</translation>
    </message>
    <message>
        <source>The token does not tell when it was issued.</source>
        <translation>Das Token sagt nicht, wann es ausgestellt wurde.</translation>
    </message>
    <message>
        <source>The token does not tell its start.</source>
        <translation>Das Token nennt seinen Beginn nicht.</translation>
    </message>
    <message>
        <source>%1, in the future: not valid yet</source>
        <translation>%1, in der Zukunft: noch nicht gültig</translation>
    </message>
    <message>
        <source>There is no default keyring in the keychain, so the key was not saved.</source>
        <translation>Im Schlüsselbund gibt es keinen Standardbund, deshalb wurde der Schlüssel nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is no default keyring in the keychain, so the stored key cannot be read.</source>
        <translation>Im Schlüsselbund gibt es keinen Standardbund, deshalb kann der gespeicherte Schlüssel nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no default keyring in the keychain, so the stored key was not removed.</source>
        <translation>Im Schlüsselbund gibt es keinen Standardbund, deshalb wurde der gespeicherte Schlüssel nicht entfernt.</translation>
    </message>
    <message>
        <source>If you have deleted it, the key went with it. Otherwise choose one in the program that manages your keychain, and try again.</source>
        <translation>Wenn Sie ihn gelöscht haben, ist der Schlüssel mit ihm verschwunden. Wählen Sie sonst einen in dem Programm, das Ihren Schlüsselbund verwaltet, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Choose one in the program that manages your keychain, or import the key again, which makes one.</source>
        <translation>Wählen Sie einen in dem Programm, das Ihren Schlüsselbund verwaltet, oder importieren Sie den Schlüssel erneut; dabei wird einer angelegt.</translation>
    </message>
    <message>
        <source>The service has answered the request: check what it did before you send it again, and make room on the disk.</source>
        <translation>Der Dienst hat die Anfrage beantwortet: Prüfen Sie, was er getan hat, bevor Sie sie erneut senden, und schaffen Sie Platz auf der Festplatte.</translation>
    </message>
    <message>
        <source>The list of profiles in %1 is gone.</source>
        <translation>Die Profilliste in %1 ist verschwunden.</translation>
    </message>
    <message>
        <source>Put the file back, or start the program again to begin a new list.</source>
        <translation>Legen Sie die Datei zurück oder starten Sie das Programm neu, um eine neue Liste zu beginnen.</translation>
    </message>
    <message>
        <source>The secret had already been removed from the keychain and could not be put back: enter it again, or repeat the removal.</source>
        <translation>Das Geheimnis war schon aus dem Schlüsselbund entfernt und konnte nicht zurückgelegt werden: Geben Sie es erneut ein oder wiederholen Sie das Entfernen.</translation>
    </message>
    <message>
        <source>This API key may be good for one exchange only, and asking for a token would use it up.</source>
        <translation>Dieser API-Schlüssel gilt möglicherweise nur für einen einzigen Austausch, und eine Tokenanforderung würde ihn verbrauchen.</translation>
    </message>
    <message>
        <source>Get the token on the Tokens screen first.</source>
        <translation>Holen Sie das Token zuerst auf der Seite „Tokens“.</translation>
    </message>
    <message>
        <source>Allow API Connect Explorer in the settings of your keychain and try again.</source>
        <translation>Erlauben Sie API Connect Explorer in den Einstellungen Ihres Schlüsselbunds und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Start a keychain service (GNOME Keyring, KWallet, KeePassXC) and restart the program.</source>
        <translation>Starten Sie einen Schlüsselbunddienst (GNOME Keyring, KWallet, KeePassXC) und dann das Programm neu.</translation>
    </message>
    <message>
        <source>The system did not say within %1 s which proxy leads to %2.</source>
        <translation>Das System hat innerhalb von %1 s nicht mitgeteilt, welcher Proxy zu %2 führt.</translation>
    </message>
    <message>
        <source>Check the address of the automatic proxy configuration (PAC) in the system&apos;s settings, or name the proxy in the proxy settings of this program.</source>
        <translation>Prüfen Sie die Adresse der automatischen Proxy-Konfiguration (PAC) in den Einstellungen des Systems, oder geben Sie den Proxy in den Proxy-Einstellungen dieses Programms an.</translation>
    </message>
    <message>
        <source>Give a JWKS, or a certificate or public key in PEM form: RSA of 2048 to 8192 bits, P-256 or P-384.</source>
        <translation>Geben Sie ein JWKS oder ein Zertifikat oder einen öffentlichen Schlüssel im PEM-Format an: RSA mit 2048 bis 8192 Bit, P-256 oder P-384.</translation>
    </message>
    <message>
        <source>There are more than %1 keys in it: no issuer has as many.</source>
        <translation>Darin stehen mehr als %1 Schlüssel: So viele hat kein Aussteller.</translation>
    </message>
    <message>
        <source>It answered HTTP 407 and offered: %1</source>
        <translation>Er antwortete mit HTTP 407 und bot an: %1</translation>
    </message>
    <message>
        <source>The proxy %1 wants a login by %2, which this program cannot give.</source>
        <translation>Der Proxy %1 verlangt eine Anmeldung mit %2, die dieses Programm nicht leisten kann.</translation>
    </message>
    <message>
        <source>Ask who runs the proxy for a way with a user name and a password (Basic), or put a proxy of your own in between that logs in for you, such as Px or Cntlm.</source>
        <translation>Fragen Sie den Betreiber des Proxys nach einem Weg mit Benutzername und Passwort (Basic), oder schalten Sie einen eigenen Proxy dazwischen, der sich für Sie anmeldet, etwa Px oder Cntlm.</translation>
    </message>
    <message>
        <source>No header of the answer could be read: one is malformed, or they are more than 100 or larger than 256 KiB. So nothing tells the type, the length and the encoding of its body.</source>
        <translation>Kein Header der Antwort war zu lesen: Einer ist fehlerhaft, oder es sind mehr als 100 oder mehr als 256 KiB. Typ, Länge und Kodierung des Inhalts sind deshalb nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>acx::AnswerHead</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Copy the body</source>
        <translation>Inhalt kopieren</translation>
    </message>
    <message>
        <source>Save the body to a file</source>
        <translation>Inhalt in einer Datei speichern</translation>
    </message>
    <message>
        <source>Too large to be copied. Save it.</source>
        <translation>Zu groß zum Kopieren. Speichern Sie ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Wie empfangen</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Formatiert</translation>
    </message>
</context>
<context>
    <name>acx::AnswerPanel</name>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Send a request to see its answer here.</source>
        <translation>Senden Sie eine Anfrage, um hier die Antwort zu sehen.</translation>
    </message>
    <message>
        <source>Waiting for the answer …</source>
        <translation>Warten auf die Antwort …</translation>
    </message>
    <message>
        <source>%1 of %2 received …</source>
        <translation>%1 von %2 empfangen …</translation>
    </message>
    <message>
        <source>%1 received …</source>
        <translation>%1 empfangen …</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>The service refused the token (401), so it was renewed and the request was sent again.</source>
        <translation>Der Dienst hat das Token abgelehnt (401), deshalb wurde es erneuert und die Anfrage noch einmal gesendet.</translation>
    </message>
    <message>
        <source>A redirect led to another host, so no token went along.</source>
        <translation>Eine Weiterleitung führte zu einem anderen Host, deshalb wurde kein Token mitgesendet.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing more is received.</source>
        <translation>Abgebrochen. Es wird nichts weiter empfangen.</translation>
    </message>
    <message>
        <source>Views of the answer</source>
        <translation>Ansichten der Antwort</translation>
    </message>
    <message>
        <source>Bytes of the answer</source>
        <translation>Bytes der Antwort</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Open as catalog</source>
        <translation>Als Katalog öffnen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>This answer is an API definition: its operations can be called.</source>
        <translation>Diese Antwort ist eine API-Definition: Ihre Operationen können aufgerufen werden.</translation>
    </message>
    <message>
        <source>Too large to be copied</source>
        <translation>Zu groß zum Kopieren</translation>
    </message>
    <message>
        <source>Only up to %1 fit on the clipboard. Save the answer instead.</source>
        <translation>In die Zwischenablage passen höchstens %1. Speichern Sie stattdessen die Antwort.</translation>
    </message>
    <message>
        <source>A new token was refused as well. Check that this host takes tokens of this kind.</source>
        <translation>Auch ein neues Token wurde abgelehnt. Prüfen Sie, ob dieser Host Token dieser Art annimmt.</translation>
    </message>
    <message>
        <source>%1 sends the request on to %2.</source>
        <translation>%1 leitet die Anfrage an %2 weiter.</translation>
    </message>
    <message>
        <source>Only GET and HEAD are sent on. If that address is right, call it itself.</source>
        <translation>Nur GET und HEAD werden weitergeleitet. Wenn diese Adresse stimmt, rufen Sie sie selbst auf.</translation>
    </message>
    <message>
        <source>End not confirmed</source>
        <translation>Ende nicht bestätigt</translation>
    </message>
    <message>
        <source>The service closed the connection without telling how long the body is: it may be cut.</source>
        <translation>Der Dienst hat die Verbindung geschlossen, ohne die Länge des Inhalts zu nennen: Er kann abgeschnitten sein.</translation>
    </message>
    <message>
        <source>No token of this profile went along.</source>
        <translation>Es ging kein Token dieses Profils mit.</translation>
    </message>
</context>
<context>
    <name>acx::AnswerSearch</name>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Search in the answer</source>
        <translation>In der Antwort suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in the answer (%1)</source>
        <translation>In der Antwort suchen (%1)</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>acx::AppSettings</name>
    <message>
        <source>The settings file is damaged, so the settings are back to their defaults.</source>
        <translation>Die Einstellungsdatei ist beschädigt, deshalb gelten wieder die Standardeinstellungen.</translation>
    </message>
    <message>
        <source>The settings file was written by a newer version of this program.</source>
        <translation>Die Einstellungsdatei wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>It was kept as %1.</source>
        <translation>Sie wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The settings file cannot be read, so the defaults are used.</source>
        <translation>Die Einstellungsdatei kann nicht gelesen werden, deshalb gelten die Standardeinstellungen.</translation>
    </message>
    <message>
        <source>Check the permissions of %1.</source>
        <translation>Prüfen Sie die Berechtigungen von %1.</translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until the program ends.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden. Sie gelten, bis das Programm endet.</translation>
    </message>
    <message>
        <source>Check that %1 can be written and that its disk has room.</source>
        <translation>Prüfen Sie, ob %1 beschreibbar ist und der Datenträger genug Platz hat.</translation>
    </message>
    <message>
        <source>No copy of %1 can be made, so changed settings hold until the program ends.</source>
        <translation>Von %1 kann keine Kopie angelegt werden, deshalb gelten geänderte Einstellungen nur bis zum Ende des Programms.</translation>
    </message>
</context>
<context>
    <name>acx::AuthorityList</name>
    <message>
        <source>%1 — %2, expired on %3</source>
        <translation>%1 — %2, abgelaufen am %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 — %2 and %n more, valid until %3</source>
        <translation>
            <numerusform>%1 — %2 und %n weiteres, gültig bis %3</numerusform>
            <numerusform>%1 — %2 und %n weitere, gültig bis %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2, valid until %3</source>
        <translation>%1 — %2, gültig bis %3</translation>
    </message>
    <message>
        <source>Own certificate authorities</source>
        <translation>Eigene Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Add a PEM file…</source>
        <translation>PEM-Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>Zertifikatsdatei auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 — reading…</source>
        <translation>%1 — wird gelesen…</translation>
    </message>
</context>
<context>
    <name>acx::BodyEditor</name>
    <message>
        <source>The body is no JSON.</source>
        <translation>Der Inhalt ist kein JSON.</translation>
    </message>
    <message>
        <source>This operation takes no body.</source>
        <translation>Diese Operation nimmt keinen Inhalt an.</translation>
    </message>
    <message>
        <source>Media type of the body</source>
        <translation>Medientyp des Inhalts</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>File that is the body</source>
        <translation>Datei, die den Inhalt bildet</translation>
    </message>
    <message>
        <source>Path of a file</source>
        <translation>Pfad einer Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the file that is the body</source>
        <translation>Datei für den Inhalt auswählen</translation>
    </message>
    <message>
        <source>Sent byte for byte. It is read when the request is sent.</source>
        <translation>Wird Byte für Byte gesendet. Die Datei wird beim Senden der Anfrage gelesen.</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>Sent as it is; a Content-Type among the headers goes before the type above</source>
        <translation>Wird unverändert gesendet; ein Content-Type unter den Headern hat Vorrang vor dem Typ oben</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Puts an example in place of the body</source>
        <translation>Setzt ein Beispiel an die Stelle des Inhalts</translation>
    </message>
    <message>
        <source>“Example” makes a start</source>
        <translation>„Beispiel“ liefert einen Anfang</translation>
    </message>
    <message>
        <source>Example…</source>
        <translation>Beispiel …</translation>
    </message>
</context>
<context>
    <name>acx::BodyFields</name>
    <message>
        <source>Fields of the body</source>
        <translation>Felder des Inhalts</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Path of a file</source>
        <translation>Pfad einer Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the file for %1</source>
        <translation>Datei für %1 auswählen</translation>
    </message>
    <message>
        <source>File for %1</source>
        <translation>Datei für %1</translation>
    </message>
</context>
<context>
    <name>acx::BodyFindings</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>This is not JSON yet.</source>
        <translation>Dies ist noch kein JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) do not fit the schema.</source>
        <translation>
            <numerusform>%n Stelle entspricht nicht dem Schema.</numerusform>
            <numerusform>%n Stellen entsprechen nicht dem Schema.</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid JSON.</source>
        <translation>Gültiges JSON.</translation>
    </message>
    <message>
        <source>Fits the schema.</source>
        <translation>Entspricht dem Schema.</translation>
    </message>
    <message>
        <source>Not checked: %1</source>
        <translation>Nicht geprüft: %1</translation>
    </message>
</context>
<context>
    <name>acx::BodyParts</name>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Fields of the body</source>
        <translation>Felder des Inhalts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The value is a file</source>
        <translation>Der Wert ist eine Datei</translation>
    </message>
    <message>
        <source>Remove this field</source>
        <translation>Dieses Feld entfernen</translation>
    </message>
    <message>
        <source>File for %1</source>
        <translation>Datei für %1</translation>
    </message>
    <message>
        <source>Name of field %1</source>
        <translation>Name von Feld %1</translation>
    </message>
    <message>
        <source>File of field %1</source>
        <translation>Datei von Feld %1</translation>
    </message>
    <message>
        <source>Value of field %1</source>
        <translation>Wert von Feld %1</translation>
    </message>
    <message>
        <source>Path of a file</source>
        <translation>Pfad einer Datei</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>acx::CardQuestion</name>
    <message>
        <source>Forget it for good</source>
        <translation>Endgültig vergessen</translation>
    </message>
    <message>
        <source>Keep the token</source>
        <translation>Token behalten</translation>
    </message>
    <message>
        <source>This token cannot be had again</source>
        <translation>Dieses Token bekommen Sie nicht noch einmal</translation>
    </message>
    <message>
        <source>Its key may be used only once, and has been. Once forgotten, only a new key brings a new token.</source>
        <translation>Sein Schlüssel darf nur einmal benutzt werden, und das ist geschehen. Ist das Token vergessen, bringt nur ein neuer Schlüssel ein neues.</translation>
    </message>
</context>
<context>
    <name>acx::CatalogModel</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Callbacks</translation>
    </message>
    <message>
        <source>Referenced paths</source>
        <translation>Referenzierte Pfade</translation>
    </message>
    <message>
        <source>The service calls this; it cannot be called here.</source>
        <translation>Dies ruft der Dienst auf; hier kann es nicht aufgerufen werden.</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>Risiko: %1</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Broken: %1</source>
        <translation>Fehlerhaft: %1</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>liest nur</translation>
    </message>
    <message>
        <source>changes something</source>
        <translation>ändert etwas</translation>
    </message>
    <message>
        <source>destroys something</source>
        <translation>zerstört etwas</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n operation(s)</source>
        <translation>
            <numerusform>%1, %2, %n Operation</numerusform>
            <numerusform>%1, %2, %n Operationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n operation(s)</source>
        <translation>
            <numerusform>%1: %n Operation</numerusform>
            <numerusform>%1: %n Operationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n operation(s)</source>
        <translation>
            <numerusform>%1, %n Operation</numerusform>
            <numerusform>%1, %n Operationen</numerusform>
        </translation>
    </message>
    <message>
        <source>What it refers to is not in this document.</source>
        <translation>Worauf verwiesen wird, steht nicht in diesem Dokument.</translation>
    </message>
</context>
<context>
    <name>acx::CatalogPanel</name>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n Anmerkung</numerusform>
            <numerusform>%n Anmerkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden für „%1“.</translation>
    </message>
    <message>
        <source>No operations yet. Choose a profile, or open an API definition.</source>
        <translation>Noch keine Operationen. Wählen Sie ein Profil oder öffnen Sie eine API-Definition.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>API Connect</source>
        <translation>API Connect</translation>
    </message>
    <message>
        <source>“%1” asks for a client id.</source>
        <translation>„%1“ verlangt eine Client-ID.</translation>
    </message>
    <message>
        <source>It is that of an application that subscribed to the API.</source>
        <translation>Es ist die einer Anwendung, die die API abonniert hat.</translation>
    </message>
</context>
<context>
    <name>acx::CatalogSearch</name>
    <message>
        <source>Search operations</source>
        <translation>Operationen suchen</translation>
    </message>
</context>
<context>
    <name>acx::CatalogTree</name>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>In neuem Tab öffnen</translation>
    </message>
    <message>
        <source>About this definition…</source>
        <translation>Über diese Definition …</translation>
    </message>
</context>
<context>
    <name>acx::CertificateDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>This is another certificate than the one you trusted</source>
        <translation>Dies ist ein anderes Zertifikat als das, dem Sie vertraut haben</translation>
    </message>
    <message>
        <source>Nobody vouches for this certificate</source>
        <translation>Niemand bürgt für dieses Zertifikat</translation>
    </message>
    <message>
        <source>What it says about itself may be made up. Ask whoever runs the server for the fingerprint, by phone for example, and compare the two. If they differ, somebody is between you and the server.</source>
        <translation>Was es über sich sagt, kann erfunden sein. Fragen Sie den Betreiber des Servers nach dem Fingerabdruck, etwa am Telefon, und vergleichen Sie beide. Wenn sie sich unterscheiden, steht jemand zwischen Ihnen und dem Server.</translation>
    </message>
    <message>
        <source>Trusting it means: keys, tokens and data go to %1 as long as it shows this very certificate. It holds for no other host and no other port, ends when the certificate expires, and can be taken back in the settings.</source>
        <translation>Ihm zu vertrauen heißt: Schlüssel, Token und Daten gehen an %1, solange dort genau dieses Zertifikat gezeigt wird. Das gilt für keinen anderen Host und keinen anderen Port, endet mit dem Ablauf des Zertifikats und kann in den Einstellungen zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>es selbst (selbstsigniert)</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Trust for this host and port</source>
        <translation>Für diesen Host und Port vertrauen</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>Nicht vertrauen</translation>
    </message>
</context>
<context>
    <name>acx::CertificateOffer</name>
    <message>
        <source>The certificate of %1 is trusted by now.</source>
        <translation>Dem Zertifikat von %1 wird inzwischen vertraut.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem Sie vertraut haben.</translation>
    </message>
    <message>
        <source>Nobody vouches for the certificate of %1.</source>
        <translation>Niemand bürgt für das Zertifikat von %1.</translation>
    </message>
    <message>
        <source>If it is your organization&apos;s own server, compare the fingerprint before you trust it.</source>
        <translation>Wenn es ein eigener Server Ihrer Organisation ist, vergleichen Sie den Fingerabdruck, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen …</translation>
    </message>
    <message>
        <source>The certificate of %1 is trusted.</source>
        <translation>Dem Zertifikat von %1 wird vertraut.</translation>
    </message>
    <message>
        <source>Try again. It can be taken back in the settings.</source>
        <translation>Versuchen Sie es noch einmal. In den Einstellungen lässt es sich zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>acx::ChoiceCard</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>acx::ChoiceEditor</name>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Not given (%1)</source>
        <translation>Nicht angegeben (%1)</translation>
    </message>
</context>
<context>
    <name>acx::ClaimsView</name>
    <message>
        <source>What it says</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>Header and claims as JSON</source>
        <translation>Header und Claims als JSON</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>The payload of this token is empty.</source>
        <translation>Der Inhalt dieses Tokens ist leer.</translation>
    </message>
    <message>
        <source>The payload of this token cannot be read: %1.</source>
        <translation>Der Inhalt dieses Tokens kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The payload of this token is no JSON object, so it names no claims.</source>
        <translation>Der Inhalt dieses Tokens ist kein JSON-Objekt, nennt also keine Claims.</translation>
    </message>
    <message>
        <source>These are the first %1 of %2 characters.</source>
        <translation>Das sind die ersten %1 von %2 Zeichen.</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>Und mehr</translation>
    </message>
    <message>
        <source>It stands under JSON.</source>
        <translation>Es steht unter JSON.</translation>
    </message>
</context>
<context>
    <name>acx::ClearQuestion</name>
    <message>
        <source>Clear the history</source>
        <translation>Verlauf leeren</translation>
    </message>
    <message>
        <source>The word that confirms</source>
        <translation>Das Wort zur Bestätigung</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>clear</source>
        <comment>the word to type</comment>
        <translation>leeren</translation>
    </message>
    <message numerus="yes">
        <source>Remove all %n request(s)?</source>
        <translation>
            <numerusform>%n Anfrage entfernen?</numerusform>
            <numerusform>Alle %n Anfragen entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be brought back. Type “%1” to confirm.</source>
        <translation>Sie lassen sich nicht zurückholen. Geben Sie zur Bestätigung „%1“ ein.</translation>
    </message>
</context>
<context>
    <name>acx::ClientForm</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The certificate is shown to this host and port only.</source>
        <translation>Das Zertifikat wird nur diesem Host und Port gezeigt.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Choose your certificate</source>
        <translation>Wählen Sie Ihr Zertifikat</translation>
    </message>
    <message>
        <source>A PEM file, or a PKCS#12 file (.p12, .pfx).</source>
        <translation>Eine PEM-Datei oder eine PKCS#12-Datei (.p12, .pfx).</translation>
    </message>
    <message>
        <source>File of your certificate</source>
        <translation>Datei Ihres Zertifikats</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Choose its private key</source>
        <translation>Wählen Sie den privaten Schlüssel dazu</translation>
    </message>
    <message>
        <source>Only if it is in a file of its own.</source>
        <translation>Nur wenn er in einer eigenen Datei liegt.</translation>
    </message>
    <message>
        <source>File of its private key</source>
        <translation>Datei des privaten Schlüssels</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>It is kept in the keychain.</source>
        <translation>Es wird im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>Passphrase of the private key</source>
        <translation>Passphrase des privaten Schlüssels</translation>
    </message>
    <message>
        <source>Use this certificate</source>
        <translation>Dieses Zertifikat verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the file of your certificate.</source>
        <translation>Wählen Sie die Datei Ihres Zertifikats.</translation>
    </message>
</context>
<context>
    <name>acx::ClientList</name>
    <message>
        <source>%1 — %2, with a passphrase</source>
        <translation>%1 — %2, mit Passphrase</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Own client certificates</source>
        <translation>Eigene Client-Zertifikate</translation>
    </message>
    <message>
        <source>Add a certificate…</source>
        <translation>Zertifikat hinzufügen …</translation>
    </message>
</context>
<context>
    <name>acx::ClipboardGuard</name>
    <message>
        <source>Text with a secret</source>
        <translation>Text mit einem Geheimnis</translation>
    </message>
</context>
<context>
    <name>acx::ColourPicker</name>
    <message>
        <source>Colour %1 of %2</source>
        <translation>Farbe %1 von %2</translation>
    </message>
</context>
<context>
    <name>acx::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search operations, actions, history</source>
        <translation>Operationen, Aktionen, Verlauf suchen</translation>
    </message>
    <message>
        <source>Found actions</source>
        <translation>Gefundene Aktionen</translation>
    </message>
    <message>
        <source>Nothing here by that name</source>
        <translation>Nichts mit diesem Namen gefunden</translation>
    </message>
</context>
<context>
    <name>acx::CompletionPopup</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>What the API offers</source>
        <translation>Was die API anbietet</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Asking the API …</source>
        <translation>API wird gefragt …</translation>
    </message>
    <message>
        <source>from %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>the first ones from %1, %2</source>
        <translation>die ersten von %1, %2</translation>
    </message>
    <message>
        <source>There is none yet</source>
        <translation>Noch nichts vorhanden</translation>
    </message>
    <message>
        <source>None by that name</source>
        <translation>Nichts mit diesem Namen</translation>
    </message>
</context>
<context>
    <name>acx::DefinitionCard</name>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>The answer of %1</source>
        <translation>Die Antwort von %1</translation>
    </message>
    <message>
        <source>Pasted from the clipboard</source>
        <translation>Aus der Zwischenablage eingefügt</translation>
    </message>
    <message>
        <source>Title: %1 → %2</source>
        <translation>Titel: %1 → %2</translation>
    </message>
    <message>
        <source>Version: %1 → %2</source>
        <translation>Version: %1 → %2</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>About an API definition</source>
        <translation>Über eine API-Definition</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>What the gateway does</source>
        <translation>Was das Gateway tut</translation>
    </message>
    <message>
        <source>Remarks about the document</source>
        <translation>Anmerkungen zum Dokument</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Back to the operations</source>
        <translation>Zurück zu den Operationen</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Use that of the document</source>
        <translation>Die des Dokuments verwenden</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Keep client id and secret</source>
        <translation>Client-ID und Geheimnis speichern</translation>
    </message>
    <message>
        <source>Re-read</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its copy, its client id and its client secret are removed from this computer.</source>
        <translation>Ihre Kopie, ihre Client-ID und ihr Client-Geheimnis werden von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Nicht lesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s), read %1</source>
        <translation>
            <numerusform>%n Operation, gelesen am %1</numerusform>
            <numerusform>%n Operationen, gelesen am %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A pasted definition cannot be read again.</source>
        <translation>Eine eingefügte Definition kann nicht erneut gelesen werden.</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>nicht erforderlich</translation>
    </message>
    <message>
        <source>It refers to documents elsewhere.</source>
        <translation>Sie verweist auf Dokumente an anderen Orten.</translation>
    </message>
    <message>
        <source>At: %1. They are read on your word only, and without any token.</source>
        <translation>Bei: %1. Sie werden nur auf Ihre Anweisung und ohne jedes Token gelesen.</translation>
    </message>
    <message>
        <source>Was kept for %1, and is not sent to %2 until you keep it anew.</source>
        <translation>Wurde für %1 gespeichert und wird erst nach erneutem Speichern an %2 gesendet.</translation>
    </message>
    <message>
        <source>Goes to %1 only, as %2.</source>
        <translation>Geht nur an %1, als %2.</translation>
    </message>
    <message>
        <source>The document does not say where it is called. Give the URL of the gateway.</source>
        <translation>Das Dokument gibt nicht an, wo die API aufgerufen wird. Geben Sie die URL des Gateways an.</translation>
    </message>
    <message>
        <source>The document does not say where it is called. Give the URL of the gateway; it ends in %1.</source>
        <translation>Das Dokument gibt nicht an, wo die API aufgerufen wird. Geben Sie die URL des Gateways an; sie endet auf %1.</translation>
    </message>
    <message>
        <source>Write it as https://host/path; plain http is only for this computer.</source>
        <translation>Schreiben Sie sie als https://host/path; unverschlüsseltes http ist nur für diesen Computer möglich.</translation>
    </message>
    <message>
        <source>A client id has no blanks and no letters beyond ASCII.</source>
        <translation>Eine Client-ID enthält keine Leerzeichen und keine Zeichen außerhalb von ASCII.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The definition changed.</source>
        <translation>Die Definition hat sich geändert.</translation>
    </message>
    <message>
        <source>The documents elsewhere were read.</source>
        <translation>Die Dokumente an anderen Orten wurden gelesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur diese Sitzung</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>For this session only, client id and secret stay in memory and are gone when the program ends. They are written nowhere.</source>
        <translation>Nur für diese Sitzung bleiben Client-ID und -Geheimnis im Speicher und sind mit dem Ende des Programms weg. Sie werden nirgends geschrieben.</translation>
    </message>
    <message>
        <source>They are used for this session only.</source>
        <translation>Sie werden nur für diese Sitzung verwendet.</translation>
    </message>
    <message>
        <source>There are more remarks about this document.</source>
        <translation>Es gibt weitere Anmerkungen zu diesem Dokument.</translation>
    </message>
    <message>
        <source>Base URL: %1 → %2</source>
        <translation>Basis-URL: %1 → %2</translation>
    </message>
    <message>
        <source>Changed in the document: %1</source>
        <translation>Im Dokument geändert: %1</translation>
    </message>
</context>
<context>
    <name>acx::DefinitionOpener</name>
    <message>
        <source>Open an API definition…</source>
        <translation>API-Definition öffnen …</translation>
    </message>
    <message>
        <source>Open an API definition</source>
        <translation>API-Definition öffnen</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>API definitions (*.json *.yaml *.yml);;All files (*)</source>
        <translation>API-Definitionen (*.json *.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>From a URL…</source>
        <translation>Von einer URL …</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>URL of the definition</source>
        <translation>URL der Definition</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening an API definition</source>
        <translation>API-Definition wird geöffnet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>Angeben</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Reading the definition…</source>
        <translation>Definition wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This is no URL of a document. Write it as https://host/path.</source>
        <translation>Dies ist keine URL eines Dokuments. Schreiben Sie sie als https://host/path.</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>Copy the text of an OpenAPI or Swagger document first.</source>
        <translation>Kopieren Sie zuerst den Text eines OpenAPI- oder Swagger-Dokuments.</translation>
    </message>
</context>
<context>
    <name>acx::DifferenceModel</name>
    <message>
        <source>the whole answer</source>
        <translation>die ganze Antwort</translation>
    </message>
    <message>
        <source>%1 was added: %2</source>
        <translation>%1 kam hinzu: %2</translation>
    </message>
    <message>
        <source>%1 was removed: %2</source>
        <translation>%1 fiel weg: %2</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 änderte sich von %2 zu %3</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>acx::DropInvitation</name>
    <message>
        <source>Drop apikey.json anywhere in this window</source>
        <translation>Ziehen Sie apikey.json an eine beliebige Stelle dieses Fensters</translation>
    </message>
    <message>
        <source>the file that IBM Cloud offered once, when the key was created</source>
        <translation>die Datei, die IBM Cloud einmalig beim Erstellen des Schlüssels angeboten hat</translation>
    </message>
</context>
<context>
    <name>acx::EntryList</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>acx::ExplorerScreen</name>
    <message>
        <source>Open requests</source>
        <translation>Offene Anfragen</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Tab</translation>
    </message>
    <message>
        <source>New tab (%1)</source>
        <translation>Neuer Tab (%1)</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
</context>
<context>
    <name>acx::ExplorerTab</name>
    <message>
        <source>There is no profile to send with.</source>
        <translation>Es gibt kein Profil, mit dem gesendet werden kann.</translation>
    </message>
    <message>
        <source>Import an API key, or try the sandbox.</source>
        <translation>Importieren Sie einen API-Schlüssel oder probieren Sie die Sandbox aus.</translation>
    </message>
    <message>
        <source>%1   sent %2</source>
        <translation>%1   gesendet %2</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation>Inhalt speichern</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message numerus="yes">
        <source>%1, after a pause of %n s that was asked for</source>
        <translation>
            <numerusform>%1, nach einer erbetenen Pause von %n s</numerusform>
            <numerusform>%1, nach einer erbetenen Pause von %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::FilePage</name>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>What the answer is</source>
        <translation>Was die Antwort ist</translation>
    </message>
    <message>
        <source>Save the body to a file</source>
        <translation>Inhalt in einer Datei speichern</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Kein Inhalt</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>Picture, %1</source>
        <translation>Bild, %1</translation>
    </message>
    <message>
        <source>PDF document, %1</source>
        <translation>PDF-Dokument, %1</translation>
    </message>
    <message>
        <source>Save it to read it.</source>
        <translation>Speichern Sie es, um es zu lesen.</translation>
    </message>
    <message>
        <source>Zip archive, %1</source>
        <translation>Zip-Archiv, %1</translation>
    </message>
    <message>
        <source>Save it to unpack it.</source>
        <translation>Speichern Sie es, um es zu entpacken.</translation>
    </message>
    <message>
        <source>Bytes, %1</source>
        <translation>Bytes, %1</translation>
    </message>
    <message>
        <source>Not text. Save them, or look at them as numbers under Hex.</source>
        <translation>Kein Text. Speichern Sie die Bytes oder sehen Sie sie unter „Hex“ als Zahlen an.</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>Bild wird gelesen …</translation>
    </message>
    <message>
        <source>Picture (%1), %2</source>
        <translation>Bild (%1), %2</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>acx::HeaderTable</name>
    <message>
        <source>Headers of the answer</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open link in a new tab</source>
        <translation>Link in neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
</context>
<context>
    <name>acx::HistoryCompare</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Two answers compared</source>
        <translation>Zwei Antworten im Vergleich</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Differences by line</source>
        <translation>Unterschiede nach Zeilen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>Both answers say the same.</source>
        <translation>Beide Antworten sagen dasselbe.</translation>
    </message>
    <message>
        <source>Both answers are the same.</source>
        <translation>Beide Antworten sind gleich.</translation>
    </message>
    <message>
        <source>Compared line by line, since not both are JSON.</source>
        <translation>Zeilenweise verglichen, weil nicht beide JSON sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n difference(s); there are more.</source>
        <translation>
            <numerusform>Der erste %n Unterschied; es gibt mehr.</numerusform>
            <numerusform>Die ersten %n Unterschiede; es gibt mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of at least one of the answers only a part is kept.</source>
        <translation>Von mindestens einer der Antworten ist nur ein Teil aufgehoben.</translation>
    </message>
    <message numerus="yes">
        <source>… %n equal line(s)</source>
        <translation>
            <numerusform>… %n gleiche Zeile</numerusform>
            <numerusform>… %n gleiche Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::HistoryDetail</name>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>As a request in the Explorer; it is not sent yet (Enter in the list)</source>
        <translation>Als Anfrage im Explorer; gesendet wird sie noch nicht (Eingabetaste in der Liste)</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Parts of the entry</source>
        <translation>Teile des Eintrags</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>without a token</source>
        <translation>ohne Token</translation>
    </message>
    <message>
        <source>The answer is not whole</source>
        <translation>Die Antwort ist nicht vollständig</translation>
    </message>
    <message>
        <source>There was no answer</source>
        <translation>Es kam keine Antwort</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>There is no body.</source>
        <translation>Es gibt keinen Body.</translation>
    </message>
    <message>
        <source>Redirected to</source>
        <translation>Umgeleitet nach</translation>
    </message>
</context>
<context>
    <name>acx::HistoryForm</name>
    <message>
        <source>Record what is sent</source>
        <translation>Gesendetes aufzeichnen</translation>
    </message>
    <message>
        <source>Requests to keep at most</source>
        <translation>Höchstens so viele Anfragen</translation>
    </message>
    <message>
        <source>Room for requests and answers</source>
        <translation>Platz für Anfragen und Antworten</translation>
    </message>
    <message>
        <source>Days to keep them</source>
        <translation>So viele Tage aufheben</translation>
    </message>
    <message>
        <source>Kept of each body</source>
        <translation>Von jedem Body aufheben</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>jedes Alter</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>acx::HistoryScreen</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>Only the beginning of the %1 is kept; Settings has the limit.</source>
        <translation>Von den %1 ist nur der Anfang aufgehoben; die Grenze steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Only the beginning is kept; Settings has the limit.</source>
        <translation>Nur der Anfang ist aufgehoben; die Grenze steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>It is no text, so it is not kept.</source>
        <translation>Es ist kein Text und wird deshalb nicht aufgehoben.</translation>
    </message>
    <message>
        <source>What goes to and comes from a token service is not kept.</source>
        <translation>Was an einen Tokendienst geht und von ihm kommt, wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>The body was not kept; fill it in again.</source>
        <translation>Der Body wurde nicht aufgehoben; füllen Sie ihn neu aus.</translation>
    </message>
    <message>
        <source>Its secrets were not kept; fill them in again.</source>
        <translation>Die Geheimnisse wurden nicht aufgehoben; füllen Sie sie neu aus.</translation>
    </message>
    <message>
        <source>Go to the Explorer</source>
        <translation>Zum Explorer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>The history is switched off</source>
        <translation>Der Verlauf ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Each request you send in the Explorer or with acx call is kept here, without any secret, to be found, opened again and compared.</source>
        <translation>Jede Anfrage, die Sie im Explorer oder mit acx call senden, wird hier ohne Geheimnisse aufgehoben: zum Finden, Wiederöffnen und Vergleichen.</translation>
    </message>
    <message>
        <source>What you send is not recorded: it is gone when you send the next request or close the window. You can switch the history on in the settings.</source>
        <translation>Was Sie senden, wird nicht aufgezeichnet: Es ist fort, sobald Sie die nächste Anfrage senden oder das Fenster schließen. In den Einstellungen lässt sich der Verlauf einschalten.</translation>
    </message>
    <message>
        <source>Choose a request to see what came back.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, was zurückkam.</translation>
    </message>
    <message>
        <source>Two requests are marked. “Compare” shows how their answers differ.</source>
        <translation>Zwei Anfragen sind markiert. „Vergleichen“ zeigt, worin sich die Antworten unterscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are marked.</source>
        <translation>
            <numerusform>%n Anfrage ist markiert.</numerusform>
            <numerusform>%n Anfragen sind markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) removed from the history.</source>
        <translation>
            <numerusform>%n Anfrage aus dem Verlauf entfernt.</numerusform>
            <numerusform>%n Anfragen aus dem Verlauf entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The history is cleared.</source>
        <translation>Der Verlauf ist geleert.</translation>
    </message>
    <message>
        <source>The URL is on the clipboard.</source>
        <translation>Die URL liegt in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>acx::HistorySide</name>
    <message>
        <source>%1 of %2</source>
        <comment>found of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>No request has these words.</source>
        <translation>Keine Anfrage enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Search requests and answers</source>
        <translation>Anfragen und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>Requests that were sent</source>
        <translation>Gesendete Anfragen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Mark two requests with Ctrl and click, or with Shift and the arrows</source>
        <translation>Markieren Sie zwei Anfragen mit Strg und Klick oder mit Umschalt und den Pfeiltasten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Clear all…</source>
        <translation>Alles leeren …</translation>
    </message>
    <message>
        <source>The history is switched off</source>
        <translation>Der Verlauf ist ausgeschaltet</translation>
    </message>
    <message>
        <source>What is sent now is not recorded. What is here stays until you delete it.</source>
        <translation>Was jetzt gesendet wird, wird nicht aufgezeichnet. Was hier steht, bleibt, bis Sie es löschen.</translation>
    </message>
</context>
<context>
    <name>acx::InlineNotice</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>acx::JsonReading</name>
    <message>
        <source>Reading the answer</source>
        <translation>Antwort wird gelesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop reading the answer</source>
        <translation>Lesen der Antwort stoppen</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>Lesen von %1 …</translation>
    </message>
</context>
<context>
    <name>acx::JsonTreePage</name>
    <message>
        <source>Only the first %1 rows were unfolded.</source>
        <translation>Nur die ersten %1 Zeilen wurden aufgeklappt.</translation>
    </message>
    <message>
        <source>Filter by JSON Pointer or JSONPath</source>
        <translation>Nach JSON Pointer oder JSONPath filtern</translation>
    </message>
    <message>
        <source>/pointer or $.jsonpath</source>
        <translation>/pointer oder $.jsonpath</translation>
    </message>
    <message numerus="yes">
        <source>Unfold %n level(s)</source>
        <translation>
            <numerusform>%n Ebene aufklappen</numerusform>
            <numerusform>%n Ebenen aufklappen</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unfold all levels</source>
        <translation>Alle Ebenen aufklappen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>The whole value</source>
        <translation>Der ganze Wert</translation>
    </message>
    <message>
        <source>A JSON Pointer begins with /, a JSONPath with $.</source>
        <translation>Ein JSON Pointer beginnt mit /, ein JSONPath mit $.</translation>
    </message>
    <message>
        <source>Looking for it …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) found.</source>
        <translation>
            <numerusform>%n Wert gefunden.</numerusform>
            <numerusform>%n Werte gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the answer.</source>
        <translation>Ein Teil der Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) deep</source>
        <translation>
            <numerusform>%n Ebene tief</numerusform>
            <numerusform>%n Ebenen tief</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>acx::JsonTreeView</name>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open link in a new tab</source>
        <translation>Link in neuem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy JSON Pointer</source>
        <translation>JSON Pointer kopieren</translation>
    </message>
    <message>
        <source>Copy JSONPath</source>
        <translation>JSONPath kopieren</translation>
    </message>
    <message>
        <source>Copy as pretty JSON</source>
        <translation>Als formatiertes JSON kopieren</translation>
    </message>
    <message>
        <source>Unfold everything below</source>
        <translation>Alles darunter aufklappen</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Nur dies anzeigen</translation>
    </message>
    <message>
        <source>Answer as a tree</source>
        <translation>Antwort als Baum</translation>
    </message>
</context>
<context>
    <name>acx::KeyCard</name>
    <message>
        <source>Use this key</source>
        <translation>Diesen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste the API key or the text of its file</source>
        <translation>Fügen Sie den API-Schlüssel oder den Text seiner Datei ein</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Keep the old key</source>
        <translation>Alten Schlüssel behalten</translation>
    </message>
    <message>
        <source>Replace it with a file…</source>
        <translation>Durch eine Datei ersetzen …</translation>
    </message>
    <message>
        <source>Paste another key</source>
        <translation>Anderen Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the file of the new API key</source>
        <translation>Datei des neuen API-Schlüssels auswählen</translation>
    </message>
    <message>
        <source>API key files (*.json *.txt);;All files (*)</source>
        <translation>API-Schlüsseldateien (*.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>It is kept in memory, for this session only.</source>
        <translation>Er wird nur für diese Sitzung im Arbeitsspeicher aufbewahrt.</translation>
    </message>
    <message>
        <source>It lies in the system&apos;s keychain.</source>
        <translation>Er liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The old key is kept.</source>
        <translation>Der alte Schlüssel bleibt erhalten.</translation>
    </message>
    <message>
        <source>The new key of “%1” is stored and was read back.</source>
        <translation>Der neue Schlüssel von „%1“ ist gespeichert und wurde zur Kontrolle zurückgelesen.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Stop waiting for the new key to be stored</source>
        <translation>Nicht länger auf das Speichern des neuen Schlüssels warten</translation>
    </message>
    <message>
        <source>The new key is not confirmed yet</source>
        <translation>Der neue Schlüssel ist noch nicht bestätigt</translation>
    </message>
    <message>
        <source>There is no answer yet, and the new key may still be stored; you are told then. To keep the old one, close the keychain&apos;s password question if it is open.</source>
        <translation>Es gibt noch keine Antwort, und der neue Schlüssel kann noch gespeichert werden; dann wird es Ihnen mitgeteilt. Um den alten zu behalten, schließen Sie die Passwortfrage des Schlüsselbunds, falls sie offen ist.</translation>
    </message>
    <message>
        <source>No key was replaced, because another profile is shown now.</source>
        <translation>Es wurde kein Schlüssel ersetzt, weil jetzt ein anderes Profil angezeigt wird.</translation>
    </message>
    <message>
        <source>Choose the profile, then the file again.</source>
        <translation>Wählen Sie das Profil und dann die Datei erneut.</translation>
    </message>
</context>
<context>
    <name>acx::KeyStep</name>
    <message>
        <source>Import it anyway</source>
        <translation>Trotzdem importieren</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Use them in step 2</source>
        <translation>In Schritt 2 verwenden</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Nicht verwenden</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei auswählen …</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Paste the API key or the text of its file</source>
        <translation>Fügen Sie den API-Schlüssel oder den Text seiner Datei ein</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diesen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try the sandbox</source>
        <translation>Sandbox ausprobieren</translation>
    </message>
    <message>
        <source>No account at hand?</source>
        <translation>Kein Konto zur Hand?</translation>
    </message>
    <message>
        <source>The built-in sandbox speaks the same protocols, on this computer only.</source>
        <translation>Die eingebaute Sandbox spricht dieselben Protokolle, nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open IBM Cloud</source>
        <translation>IBM Cloud öffnen</translation>
    </message>
    <message>
        <source>No key yet?</source>
        <translation>Noch kein Schlüssel?</translation>
    </message>
    <message>
        <source>In IBM Cloud choose Create, give the key a name, then Download: that is possible only once. Its tokens are meant for IBMids and for API Connect&apos;s own APIs, not for the APIs that you imported or created there.</source>
        <translation>Wählen Sie in IBM Cloud „Create“, geben Sie dem Schlüssel einen Namen und wählen Sie dann „Download“: Das ist nur einmal möglich. Seine Tokens sind für IBMids und für die eigenen APIs von API Connect bestimmt, nicht für die APIs, die Sie dort importiert oder erstellt haben.</translation>
    </message>
    <message>
        <source>It holds the client id “%1” and its secret.</source>
        <translation>Sie enthält die Client-ID „%1“ und das zugehörige Geheimnis.</translation>
    </message>
    <message>
        <source>It holds the client id “%1” and its secret for %2.</source>
        <translation>Sie enthält die Client-ID „%1“ und das zugehörige Geheimnis für %2.</translation>
    </message>
    <message>
        <source>This file holds client credentials, not an API key</source>
        <translation>Diese Datei enthält Client-Zugangsdaten und keinen API-Schlüssel</translation>
    </message>
    <message>
        <source>They belong to the second step; the API key comes from another file.</source>
        <translation>Sie gehören zum zweiten Schritt; der API-Schlüssel kommt aus einer anderen Datei.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
</context>
<context>
    <name>acx::KeychainLine</name>
    <message>
        <source>the system&apos;s keychain</source>
        <translation>Systemschlüsselbund</translation>
    </message>
    <message>
        <source>Your key is stored in the system&apos;s keychain and nowhere else. No telemetry, no account.</source>
        <translation>Ihr Schlüssel wird im Schlüsselbund des Systems gespeichert und nirgendwo sonst. Keine Telemetrie, kein Konto.</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>Your key is kept in memory until the program ends, and nowhere else. No telemetry, no account.</source>
        <translation>Ihr Schlüssel bleibt bis zum Ende des Programms im Arbeitsspeicher und nirgendwo sonst. Keine Telemetrie, kein Konto.</translation>
    </message>
    <message>
        <source>Keychain ready</source>
        <translation>Schlüsselbund bereit</translation>
    </message>
    <message>
        <source>Your key is stored in %1 and nowhere else. No telemetry, no account.</source>
        <translation>Ihr Schlüssel wird im Schlüsselbund (%1) gespeichert und nirgendwo sonst. Keine Telemetrie, kein Konto.</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>%1 is locked. It will ask for its password when the key is stored.</source>
        <translation>%1 ist gesperrt. Beim Speichern des Schlüssels wird nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>No keychain here</source>
        <translation>Kein Schlüsselbund vorhanden</translation>
    </message>
    <message>
        <source>The key can be used for this session only. Nothing is written to a file instead.</source>
        <translation>Der Schlüssel kann nur für diese Sitzung verwendet werden. Er wird auch nicht ersatzweise in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Keychain does not answer</source>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>%1 did not answer in time. You can go on and try again when the key is stored.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Sie können fortfahren und es beim Speichern des Schlüssels erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>acx::LargeTextView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>acx::LockPage</name>
    <message>
        <source>You locked the program.</source>
        <translation>Sie haben das Programm gesperrt.</translation>
    </message>
    <message>
        <source>The program was not used for a while, so it locked itself.</source>
        <translation>Das Programm wurde eine Weile nicht benutzt und hat sich deshalb gesperrt.</translation>
    </message>
    <message>
        <source>The screen was locked, and the program with it.</source>
        <translation>Der Bildschirm wurde gesperrt und das Programm mit ihm.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Tokens were forgotten and what was shown is covered. A copied secret could not be cleared from the clipboard: click into this window, or copy something else. Unlocking asks for no password and fetches a new token, unless the key may be used only once. Your API key stays where it is: the keychain has a lock of its own; a key for this session only stays in memory. What keeps others out is the lock of your screen.</source>
        <translation>Token wurden vergessen, und was zu sehen war, ist verdeckt. Ein kopiertes Geheimnis konnte nicht aus der Zwischenablage gelöscht werden: Klicken Sie in dieses Fenster, oder kopieren Sie etwas anderes. Das Entsperren verlangt kein Passwort und holt ein neues Token, außer wenn der Schlüssel möglicherweise nur einmal verwendbar ist. Ihr API-Schlüssel bleibt, wo er ist: Der Schlüsselbund hat eine eigene Sperre; ein Schlüssel nur für diese Sitzung bleibt im Speicher. Andere hält die Sperre Ihres Bildschirms ab.</translation>
    </message>
    <message>
        <source>Tokens were forgotten, a copied secret was taken off the clipboard, and what was shown is covered. Unlocking asks for no password and fetches a new token, unless the key may be used only once. Your API key stays where it is: the keychain has a lock of its own; a key for this session only stays in memory. What keeps others out is the lock of your screen.</source>
        <translation>Token wurden vergessen, ein kopiertes Geheimnis wurde aus der Zwischenablage genommen, und was zu sehen war, ist verdeckt. Das Entsperren verlangt kein Passwort und holt ein neues Token, außer wenn der Schlüssel möglicherweise nur einmal verwendbar ist. Ihr API-Schlüssel bleibt, wo er ist: Der Schlüsselbund hat eine eigene Sperre; ein Schlüssel nur für diese Sitzung bleibt im Speicher. Andere hält die Sperre Ihres Bildschirms ab.</translation>
    </message>
</context>
<context>
    <name>acx::MainWindow</name>
    <message>
        <source>Go to %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Import an API key…</source>
        <translation>API-Schlüssel importieren …</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Als %1 kopieren</translation>
    </message>
    <message>
        <source>Renew the token now</source>
        <translation>Token jetzt erneuern</translation>
    </message>
    <message>
        <source>Clear the clipboard now</source>
        <translation>Zwischenablage jetzt leeren</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Helles Design verwenden</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Dunkles Design verwenden</translation>
    </message>
    <message>
        <source>Follow the system&apos;s theme</source>
        <translation>Design des Systems übernehmen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>API Connect Explorer</source>
        <translation>API Connect Explorer</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the token service&apos;s differ by %1 s.</source>
        <translation>Die Uhren dieses Computers und des Token-Dienstes weichen um %1 s voneinander ab.</translation>
    </message>
    <message>
        <source>Times are corrected by that here. Set the clock right: other programs may refuse tokens.</source>
        <translation>Die Zeiten werden hier entsprechend korrigiert. Stellen Sie die Uhr richtig: Andere Programme lehnen Tokens sonst möglicherweise ab.</translation>
    </message>
    <message>
        <source>The sandbox has ended.</source>
        <translation>Die Sandbox wurde beendet.</translation>
    </message>
    <message>
        <source>Start it again on the welcome screen; it makes a new key each time.</source>
        <translation>Starten Sie sie auf der Willkommensseite erneut; sie erstellt jedes Mal einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation>Profil hinzufügen …</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Tab</translation>
    </message>
    <message>
        <source>Paste a curl command</source>
        <translation>curl-Befehl einfügen</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>The curl command was taken over, with differences.</source>
        <translation>Der curl-Befehl wurde mit Abweichungen übernommen.</translation>
    </message>
    <message>
        <source>Search the history for “%1”</source>
        <translation>Im Verlauf nach „%1“ suchen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>acx::MessageBar</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Details der Meldung</translation>
    </message>
</context>
<context>
    <name>acx::NavigationBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Where the answer comes from</source>
        <translation>Herkunft der Antwort</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Open the link “%1” of the headers</source>
        <translation>Link „%1“ aus den Headern öffnen</translation>
    </message>
</context>
<context>
    <name>acx::OperationBook</name>
    <message>
        <source>There is no operation “%1” here.</source>
        <translation>Hier gibt es keine Operation „%1“.</translation>
    </message>
    <message>
        <source>Choose one in the list on the left.</source>
        <translation>Wählen Sie eine aus der Liste links.</translation>
    </message>
</context>
<context>
    <name>acx::ParameterEditor</name>
    <message>
        <source>e.g. %1</source>
        <translation>z. B. %1</translation>
    </message>
</context>
<context>
    <name>acx::ParameterField</name>
    <message>
        <source>%1, required</source>
        <translation>%1, erforderlich</translation>
    </message>
    <message>
        <source>%1, deprecated</source>
        <translation>%1, veraltet</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
</context>
<context>
    <name>acx::ParameterLine</name>
    <message>
        <source>Show what there is</source>
        <translation>Verfügbare Werte anzeigen</translation>
    </message>
    <message>
        <source>Show what there is (Down)</source>
        <translation>Verfügbare Werte anzeigen (Pfeil nach unten)</translation>
    </message>
</context>
<context>
    <name>acx::ParameterList</name>
    <message>
        <source>Add a value</source>
        <translation>Wert hinzufügen</translation>
    </message>
    <message>
        <source>Add a value to %1</source>
        <translation>Wert zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove this value</source>
        <translation>Diesen Wert entfernen</translation>
    </message>
    <message>
        <source>%1, value %2</source>
        <translation>%1, Wert %2</translation>
    </message>
</context>
<context>
    <name>acx::PlaceForm</name>
    <message>
        <source>The sandbox runs on this computer. Its addresses and keys are made anew each time it starts, so there is nothing to choose.</source>
        <translation>Die Sandbox läuft auf diesem Computer. Ihre Adressen und Schlüssel werden bei jedem Start neu erstellt, deshalb gibt es nichts auszuwählen.</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>Profilname</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Where your API Connect lives</source>
        <translation>Wo Ihr API Connect läuft</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>eingestellt</translation>
    </message>
    <message>
        <source>Choose a region</source>
        <translation>Region auswählen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>API host</source>
        <translation>API-Host</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>This key may be used only once</source>
        <translation>Dieser Schlüssel ist möglicherweise nur einmal verwendbar</translation>
    </message>
    <message>
        <source>API keys that API Connect itself made are often single-use and live a few minutes. Such a key is never spent on a test, and its token cannot be renewed.</source>
        <translation>API-Schlüssel, die API Connect selbst erstellt hat, sind oft nur einmal verwendbar und leben wenige Minuten. Ein solcher Schlüssel wird nie für einen Test verbraucht, und sein Token kann nicht erneuert werden.</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>bleibt wie bisher</translation>
    </message>
    <message>
        <source>only for a platform API</source>
        <translation>nur für eine Plattform-API</translation>
    </message>
    <message>
        <source>IBM closed this service on %1</source>
        <translation>IBM hat diesen Dienst am %1 geschlossen</translation>
    </message>
    <message>
        <source>Its hosts no longer answer. Choose it only for a server of your own that speaks the same protocol, and give its URLs below. Today&apos;s API Connect on IBM Cloud is the Reserved instance, which takes the same API key.</source>
        <translation>Seine Hosts antworten nicht mehr. Wählen Sie ihn nur für einen eigenen Server, der dasselbe Protokoll spricht, und geben Sie unten dessen URLs an. Das heutige API Connect in IBM Cloud ist die Reserved-Instanz, die denselben API-Schlüssel annimmt.</translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation>Ein anderes Profil hat diesen Namen.</translation>
    </message>
    <message>
        <source>Choose the region of your API Connect.</source>
        <translation>Wählen Sie die Region Ihres API Connect.</translation>
    </message>
    <message>
        <source>Enter the host of your API Connect&apos;s API.</source>
        <translation>Geben Sie den Host der API Ihres API Connect ein.</translation>
    </message>
    <message>
        <source>Enter the client id that belongs to the secret.</source>
        <translation>Geben Sie die Client-ID ein, die zum Geheimnis gehört.</translation>
    </message>
    <message>
        <source>Enter the client secret that belongs to the id.</source>
        <translation>Geben Sie das Client-Geheimnis ein, das zur ID gehört.</translation>
    </message>
    <message>
        <source>Read-only: send nothing that could change something</source>
        <translation>Nur lesen: nichts senden, was etwas ändern könnte</translation>
    </message>
    <message>
        <source>The Explorer and acx then send only GET, HEAD and OPTIONS with this profile.</source>
        <translation>Der Explorer und acx senden mit diesem Profil dann nur GET, HEAD und OPTIONS.</translation>
    </message>
</context>
<context>
    <name>acx::PlaceStep</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Go to that profile</source>
        <translation>Zu diesem Profil wechseln</translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation>Erneut importieren</translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>About this key</source>
        <translation>Zu diesem Schlüssel</translation>
    </message>
    <message>
        <source>This key is already in the profile “%1”</source>
        <translation>Dieser Schlüssel ist bereits im Profil „%1“</translation>
    </message>
    <message>
        <source>Go on here only if you want a second profile with the same key.</source>
        <translation>Fahren Sie hier nur fort, wenn Sie ein zweites Profil mit demselben Schlüssel möchten.</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>For this session only, the key stays in memory and is gone when the program ends. Nothing is written.</source>
        <translation>Nur für diese Sitzung bleibt der Schlüssel im Arbeitsspeicher und ist weg, wenn das Programm endet. Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Saving the key…</source>
        <translation>Schlüssel wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>acx::PlaceUrls</name>
    <message>
        <source>Other URLs and token settings</source>
        <translation>Weitere URLs und Token-Einstellungen</translation>
    </message>
    <message>
        <source>IAM scope</source>
        <translation>IAM-Scope</translation>
    </message>
    <message>
        <source>Several are separated by blanks. Empty means everything the key may do.</source>
        <translation>Mehrere werden durch Leerzeichen getrennt. Leer bedeutet alles, was der Schlüssel darf.</translation>
    </message>
    <message>
        <source>IAM account (tenant)</source>
        <translation>IAM-Konto (tenant)</translation>
    </message>
    <message>
        <source>A token is given only if the key belongs to this account.</source>
        <translation>Ein Token wird nur ausgestellt, wenn der Schlüssel zu diesem Konto gehört.</translation>
    </message>
    <message>
        <source>API host</source>
        <translation>API-Host</translation>
    </message>
    <message>
        <source>Login service</source>
        <translation>Anmeldedienst</translation>
    </message>
    <message>
        <source>IBM Cloud IAM</source>
        <translation>IBM Cloud IAM</translation>
    </message>
    <message>
        <source>Platform API</source>
        <translation>Plattform-API</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Use %1 as the login service</source>
        <translation>%1 als Anmeldedienst verwenden</translation>
    </message>
    <message>
        <source>An account holds no control characters.</source>
        <translation>Ein Konto enthält keine Steuerzeichen.</translation>
    </message>
</context>
<context>
    <name>acx::ProfileDetail</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur diese Sitzung</translation>
    </message>
    <message>
        <source>Try the key</source>
        <translation>Schlüssel testen</translation>
    </message>
    <message>
        <source>Use this profile</source>
        <translation>Dieses Profil verwenden</translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation>Name und Ort</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Trying would spend the key: it may be good for one exchange only.</source>
        <translation>Ein Test würde den Schlüssel verbrauchen: Er gilt möglicherweise nur für einen einzigen Austausch.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Wird getestet …</translation>
    </message>
    <message>
        <source>The key of “%1” works: %2, valid until %3.</source>
        <translation>Der Schlüssel von „%1“ funktioniert: %2, gültig bis %3.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
</context>
<context>
    <name>acx::ProfileList</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur diese Sitzung</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
</context>
<context>
    <name>acx::ProfileSwitcher</name>
    <message>
        <source>Profile %1, %2</source>
        <translation>Profil %1, %2</translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation>Noch kein Profil</translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation>Profil hinzufügen …</translation>
    </message>
    <message>
        <source>Manage profiles</source>
        <translation>Profile verwalten</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
</context>
<context>
    <name>acx::ProfilesScreen</name>
    <message>
        <source>Add a profile</source>
        <translation>Profil hinzufügen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Changes that were not saved are gone.</source>
        <translation>Nicht gespeicherte Änderungen wurden verworfen.</translation>
    </message>
</context>
<context>
    <name>acx::ProxyForm</name>
    <message>
        <source>Proxy host</source>
        <translation>Proxy-Host</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP-Proxy</translation>
    </message>
    <message>
        <source>SOCKS 5 proxy</source>
        <translation>SOCKS-5-Proxy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>It is kept in the keychain.</source>
        <translation>Es wird im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Proxy-Passwort</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>bleibt wie bisher</translation>
    </message>
    <message>
        <source>Enter a host name or an address alone, without http:// and port.</source>
        <translation>Geben Sie nur einen Hostnamen oder eine Adresse ein, ohne http:// und Port.</translation>
    </message>
</context>
<context>
    <name>acx::Rail</name>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Strg+%2)</translation>
    </message>
</context>
<context>
    <name>acx::RemoveCard</name>
    <message>
        <source>Remove this profile…</source>
        <translation>Dieses Profil entfernen …</translation>
    </message>
    <message>
        <source>The profile and its secrets are removed from this computer. The key itself stays valid in IBM Cloud until it is deleted there.</source>
        <translation>Das Profil und seine Geheimnisse werden von diesem Computer entfernt. Der Schlüssel selbst bleibt in IBM Cloud gültig, bis er dort gelöscht wird.</translation>
    </message>
    <message>
        <source>Name of the profile to remove</source>
        <translation>Name des zu entfernenden Profils</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove the profile anyway</source>
        <translation>Profil trotzdem entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Type the profile&apos;s name to confirm.</source>
        <translation>Geben Sie zur Bestätigung den Namen des Profils ein.</translation>
    </message>
    <message>
        <source>The profile is removed.</source>
        <translation>Das Profil ist entfernt.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Stop waiting for the removal</source>
        <translation>Nicht länger auf das Entfernen warten</translation>
    </message>
    <message>
        <source>The removal is not confirmed yet</source>
        <translation>Das Entfernen ist noch nicht bestätigt</translation>
    </message>
    <message>
        <source>There is no answer yet, and the key may still be removed. The profile stays in the list until then, and you are told. To keep it, close the keychain&apos;s password question if it is open.</source>
        <translation>Es gibt noch keine Antwort, und der Schlüssel kann noch entfernt werden. Bis dahin bleibt das Profil in der Liste, und es wird Ihnen mitgeteilt. Um ihn zu behalten, schließen Sie die Passwortfrage des Schlüsselbunds, falls sie offen ist.</translation>
    </message>
    <message>
        <source>The answer has come: “%1” is removed.</source>
        <translation>Die Antwort ist da: „%1“ ist entfernt.</translation>
    </message>
</context>
<context>
    <name>acx::RequestCode</name>
    <message>
        <source>Request as code</source>
        <translation>Anfrage als Code</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Where the code takes the token from</source>
        <translation>Woher der Code das Token nimmt</translation>
    </message>
    <message>
        <source>Token from acx</source>
        <translation>Token von acx</translation>
    </message>
    <message>
        <source>Token from the environment</source>
        <translation>Token aus der Umgebung</translation>
    </message>
    <message>
        <source>The token itself (secret)</source>
        <translation>Das Token selbst (geheim)</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>geheim</translation>
    </message>
    <message>
        <source>Whoever has this text can act for you until the token expires.</source>
        <translation>Wer diesen Text hat, kann in Ihrem Namen handeln, bis das Token abläuft.</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Code with a token</source>
        <translation>Code mit Token</translation>
    </message>
    <message>
        <source>Copied, with the token.</source>
        <translation>Kopiert, mit dem Token.</translation>
    </message>
    <message>
        <source>Whoever has the copied code can act for you: it holds real values. After one copy they are left out again.</source>
        <translation>Wer den kopierten Code hat, kann für Sie handeln: Er enthält echte Werte. Nach einem Kopieren werden sie wieder weggelassen.</translation>
    </message>
    <message>
        <source>Secret values are left out. The comments tell which variables to set.</source>
        <translation>Geheime Werte sind weggelassen. Die Kommentare sagen, welche Variablen zu setzen sind.</translation>
    </message>
    <message>
        <source>Code with a secret</source>
        <translation>Code mit einem Geheimnis</translation>
    </message>
    <message>
        <source>Copied, with the secret values.</source>
        <translation>Kopiert, mit den geheimen Werten.</translation>
    </message>
</context>
<context>
    <name>acx::RequestCompletion</name>
    <message>
        <source>There is no profile to ask with.</source>
        <translation>Für die Abfrage ist kein Profil vorhanden.</translation>
    </message>
    <message>
        <source>Import an API key, or try the sandbox.</source>
        <translation>Importieren Sie einen API-Schlüssel oder probieren Sie die Sandbox aus.</translation>
    </message>
    <message>
        <source>examples of the document</source>
        <translation>Beispiele des Dokuments</translation>
    </message>
</context>
<context>
    <name>acx::RequestConfirm</name>
    <message>
        <source>Name of what is to be removed</source>
        <translation>Name des zu entfernenden Objekts</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Do not delete</source>
        <translation>Nicht löschen</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>%1: “%2”?</source>
        <translation>%1: „%2“?</translation>
    </message>
    <message>
        <source>What this removes cannot be brought back. Type the name to confirm.</source>
        <translation>Was hiermit entfernt wird, lässt sich nicht wiederherstellen. Geben Sie zur Bestätigung den Namen ein.</translation>
    </message>
</context>
<context>
    <name>acx::RequestFoot</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Which token goes with the request</source>
        <translation>Welches Token mit der Anfrage gesendet wird</translation>
    </message>
    <message>
        <source>Sends the request (Ctrl+Enter)</source>
        <translation>Sendet die Anfrage (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Stops it (Esc)</source>
        <translation>Bricht sie ab (Esc)</translation>
    </message>
    <message>
        <source>Gets every page of this list as one answer</source>
        <translation>Holt alle Seiten dieser Liste als eine Antwort</translation>
    </message>
    <message>
        <source>More to do with this request</source>
        <translation>Weitere Aktionen für diese Anfrage</translation>
    </message>
    <message>
        <source>Token by path</source>
        <translation>Token nach Pfad</translation>
    </message>
    <message>
        <source>No token</source>
        <translation>Kein Token</translation>
    </message>
    <message>
        <source>Send  Ctrl+↵</source>
        <translation>Senden  Strg+↵</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>Abbrechen  Esc</translation>
    </message>
    <message>
        <source>By path</source>
        <translation>Nach Pfad</translation>
    </message>
</context>
<context>
    <name>acx::RequestForm</name>
    <message>
        <source>This operation has no parameters.</source>
        <translation>Diese Operation hat keine Parameter.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show the whole description</source>
        <translation>Ganze Beschreibung anzeigen</translation>
    </message>
    <message>
        <source>The host that answers this operation, e.g. https://portal.example.com</source>
        <translation>Der Host, der diese Operation beantwortet, z. B. https://portal.example.com</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Host</translation>
    </message>
</context>
<context>
    <name>acx::RequestHeading</name>
    <message>
        <source>read</source>
        <translation>lesend</translation>
    </message>
    <message>
        <source>Changes nothing.</source>
        <translation>Ändert nichts.</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreibend</translation>
    </message>
    <message>
        <source>Changes what the service holds.</source>
        <translation>Ändert, was der Dienst enthält.</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>destruktiv</translation>
    </message>
    <message>
        <source>Removes something that cannot be brought back; asks before it is sent.</source>
        <translation>Entfernt etwas, das sich nicht wiederherstellen lässt; vor dem Senden wird nachgefragt.</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>Risiko: %1</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>eingestellt</translation>
    </message>
    <message>
        <source>The API&apos;s documentation advises against using this any longer.</source>
        <translation>Die Dokumentation der API rät davon ab, dies noch zu verwenden.</translation>
    </message>
    <message>
        <source>Method %1</source>
        <translation>Methode %1</translation>
    </message>
    <message>
        <source>IBM closed this service on %1.</source>
        <translation>IBM hat diesen Dienst am %1 geschlossen.</translation>
    </message>
</context>
<context>
    <name>acx::RequestLine</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path or URL</source>
        <translation>Pfad oder URL</translation>
    </message>
    <message>
        <source>/api/orgs, a whole URL, or a curl command</source>
        <translation>/api/orgs, eine vollständige URL oder ein curl-Befehl</translation>
    </message>
    <message>
        <source>This profile has no API host; give a whole URL.</source>
        <translation>Dieses Profil hat keinen API-Host; geben Sie eine vollständige URL an.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>Beginnen mit</translation>
    </message>
</context>
<context>
    <name>acx::RequestPanel</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>Header der Anfrage</translation>
    </message>
    <message>
        <source>Accept-Language: en
one header a line</source>
        <translation>Accept-Language: en
ein Header pro Zeile</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The token&apos;s Authorization header is added when the request is sent; your own takes its place.</source>
        <translation>Der Authorization-Header des Tokens wird beim Senden der Anfrage hinzugefügt; ein eigener tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Body *</source>
        <translation>Inhalt *</translation>
    </message>
    <message>
        <source>This operation needs a body.</source>
        <translation>Diese Operation benötigt einen Inhalt.</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation>Header %1</translation>
    </message>
    <message>
        <source>This profile has no login service, which answers this operation.</source>
        <translation>Dieses Profil hat keinen Anmeldedienst, und nur ein solcher beantwortet diese Operation.</translation>
    </message>
    <message>
        <source>Enter its URL in the profile.</source>
        <translation>Tragen Sie dessen URL im Profil ein.</translation>
    </message>
    <message>
        <source>The parameter “%1” cannot be sent like this.</source>
        <translation>Der Parameter „%1“ kann so nicht gesendet werden.</translation>
    </message>
    <message>
        <source>The file of the body is not read yet.</source>
        <translation>Die Datei des Inhalts ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Choose one that can be read.</source>
        <translation>Wählen Sie eine lesbare Datei aus.</translation>
    </message>
    <message>
        <source>There is no profile to write code for.</source>
        <translation>Es ist kein Profil vorhanden, für das Code geschrieben werden könnte.</translation>
    </message>
    <message>
        <source>Import an API key, or try the sandbox.</source>
        <translation>Importieren Sie einen API-Schlüssel oder probieren Sie die Sandbox aus.</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Paste a curl command</source>
        <translation>curl-Befehl einfügen</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>Formular leeren</translation>
    </message>
    <message>
        <source>Taken from the curl command</source>
        <translation>Aus dem curl-Befehl übernommen</translation>
    </message>
    <message>
        <source>The API definition of this operation is not open any more.</source>
        <translation>Die API-Definition dieser Operation ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>Open it again, or choose another operation.</source>
        <translation>Öffnen Sie sie erneut oder wählen Sie eine andere Operation.</translation>
    </message>
</context>
<context>
    <name>acx::RequestPath</name>
    <message>
        <source>Path: %1</source>
        <translation>Pfad: %1</translation>
    </message>
</context>
<context>
    <name>acx::RequestPause</name>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Ends the pause (Esc) and sends the request</source>
        <translation>Beendet die Pause (Esc) und sendet die Anfrage</translation>
    </message>
    <message numerus="yes">
        <source>Sending is possible again in %n s.</source>
        <translation>
            <numerusform>In %n s kann wieder gesendet werden.</numerusform>
            <numerusform>In %n s kann wieder gesendet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asked for a pause</source>
        <translation>%1 bittet um eine Pause</translation>
    </message>
</context>
<context>
    <name>acx::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide what was entered</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what was entered</source>
        <translation>Eingabe anzeigen</translation>
    </message>
</context>
<context>
    <name>acx::SecretTextView</name>
    <message>
        <source>Token, hidden</source>
        <translation>Token, verborgen</translation>
    </message>
    <message>
        <source>Token, shown</source>
        <translation>Token, angezeigt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>acx::Session</name>
    <message>
        <source>V5 public cloud</source>
        <translation>Öffentliche V5-Cloud</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>SaaS</source>
        <translation>SaaS</translation>
    </message>
    <message>
        <source>Own host</source>
        <translation>Eigener Host</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
</context>
<context>
    <name>acx::SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Seconds until the clipboard is cleared</source>
        <translation>Sekunden, bis die Zwischenablage geleert wird</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Addresses of this computer, the sandbox among them, never go through a proxy.</source>
        <translation>Adressen dieses Computers, darunter die Sandbox, werden nie über einen Proxy aufgerufen.</translation>
    </message>
    <message>
        <source>Own certificate authorities</source>
        <translation>Eigene Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>They are trusted in addition to the system&apos;s. Verification itself cannot be switched off.</source>
        <translation>Ihnen wird zusätzlich zu denen des Systems vertraut. Die Prüfung selbst lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>API Connect Explorer %1
Qt %2, %3
Free software under the GNU General Public License, version 3 or later</source>
        <translation>API Connect Explorer %1
Qt %2, %3
Freie Software unter der GNU General Public License, Version 3 oder später</translation>
    </message>
    <message>
        <source>In this session everything stays in memory: keys, tokens and profiles are gone when the program ends.</source>
        <translation>In dieser Sitzung bleibt alles im Arbeitsspeicher: Schlüssel, Tokens und Profile sind weg, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Requests and answers of the Explorer and of acx call are kept on this computer without any secret. Beyond these limits the oldest go first. Switching it off removes nothing: that is done in the history itself.</source>
        <translation>Anfragen und Antworten des Explorers und von acx call werden ohne Geheimnisse auf diesem Rechner aufgehoben. Jenseits dieser Grenzen gehen die ältesten zuerst. Ausschalten entfernt nichts: Das geht im Verlauf selbst.</translation>
    </message>
    <message>
        <source>API keys, client secrets and the proxy&apos;s password lie in the system&apos;s keychain; tokens only in memory. Profiles, settings and the history are files without any secret. No telemetry, no account.</source>
        <translation>API-Schlüssel, Client-Geheimnisse und das Kennwort des Proxys liegen im Schlüsselbund des Systems, Tokens nur im Speicher. Profile, Einstellungen und Verlauf sind Dateien ohne Geheimnisse. Keine Telemetrie, kein Konto.</translation>
    </message>
    <message>
        <source>A copied token is removed from the clipboard after this time, when it expires, when the program locks and when it ends, if it is still there. A clipboard manager may keep its own copy.</source>
        <translation>Ein kopiertes Token wird nach dieser Zeit, bei seinem Ablauf, beim Sperren und beim Beenden des Programms aus der Zwischenablage entfernt, wenn es noch dort ist. Eine Zwischenablageverwaltung kann eine eigene Kopie behalten.</translation>
    </message>
    <message>
        <source>Lock after this time without use</source>
        <translation>Sperren nach dieser Zeit ohne Benutzung</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>After 1 minute without use</source>
        <translation>Nach 1 Minute ohne Benutzung</translation>
    </message>
    <message>
        <source>After %1 minutes without use</source>
        <translation>Nach %1 Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Locking forgets the tokens, takes a copied secret off the clipboard and covers the window. It happens with the screen&apos;s lock, with %1 and after this time. Unlocking asks for no password: the keychain and the screen have locks of their own.</source>
        <translation>Beim Sperren werden die Token vergessen, ein kopiertes Geheimnis wird aus der Zwischenablage genommen und das Fenster verdeckt. Das geschieht mit der Bildschirmsperre, mit %1 und nach dieser Zeit. Das Entsperren verlangt kein Passwort: Schlüsselbund und Bildschirm haben eigene Sperren.</translation>
    </message>
    <message>
        <source>Certificates trusted by hand</source>
        <translation>Von Hand vertraute Zertifikate</translation>
    </message>
    <message>
        <source>Each holds for one host and port, as long as the server shows this very certificate. Hosts of IBM are never among them.</source>
        <translation>Jedes gilt für einen Host und Port, solange der Server genau dieses Zertifikat zeigt. Hosts von IBM sind nie darunter.</translation>
    </message>
    <message>
        <source>Own client certificates</source>
        <translation>Eigene Client-Zertifikate</translation>
    </message>
    <message>
        <source>Servers that ask who is there get the certificate that is named for their host and port. The files stay where they are.</source>
        <translation>Server, die fragen, wer da ist, erhalten das Zertifikat, das für ihren Host und Port angegeben ist. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password could not be removed from the keychain: %1</source>
        <translation>Das Passwort des Proxys konnte nicht aus dem Schlüsselbund entfernt werden: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>acx::SourceView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>acx::SpendQuestion</name>
    <message>
        <source>This key may be used only once</source>
        <translation>Dieser Schlüssel ist möglicherweise nur einmal verwendbar</translation>
    </message>
    <message>
        <source>Asking for the token now spends it. The token cannot be renewed afterwards; you would need a new key.</source>
        <translation>Das Token jetzt anzufordern verbraucht ihn. Das Token kann danach nicht erneuert werden; Sie bräuchten einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>Use the key now</source>
        <translation>Schlüssel jetzt verwenden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>acx::StatusBar</name>
    <message>
        <source>● %1 copied. The clipboard clears in %2 s</source>
        <translation>● %1 kopiert. Die Zwischenablage wird in %2 s geleert</translation>
    </message>
    <message>
        <source>API Connect Explorer</source>
        <translation>API Connect Explorer</translation>
    </message>
    <message>
        <source>1 token service call in this hour</source>
        <translation>1 Aufruf des Token-Dienstes in dieser Stunde</translation>
    </message>
    <message>
        <source>%1 token service calls in this hour</source>
        <translation>%1 Aufrufe des Token-Dienstes in dieser Stunde</translation>
    </message>
    <message>
        <source>%L1 in history</source>
        <translation>%L1 im Verlauf</translation>
    </message>
    <message>
        <source>● A copied secret could not be cleared from the clipboard. Click into this window, or copy something else.</source>
        <translation>● Ein kopiertes Geheimnis konnte nicht aus der Zwischenablage gelöscht werden. Klicken Sie in dieses Fenster, oder kopieren Sie etwas anderes.</translation>
    </message>
</context>
<context>
    <name>acx::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>acx::TextPage</name>
    <message>
        <source>Body of the answer</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>Text of the answer</source>
        <translation>Text der Antwort</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Text laid out for reading</source>
        <translation>Zum Lesen formatierter Text</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Wie empfangen</translation>
    </message>
    <message>
        <source>Text as received</source>
        <translation>Text wie empfangen</translation>
    </message>
    <message>
        <source>Making the text ready …</source>
        <translation>Text wird vorbereitet …</translation>
    </message>
    <message>
        <source>Not valid JSON: line %1, column %2, %3. Shown as received.</source>
        <translation>Kein gültiges JSON: Zeile %1, Spalte %2, %3. Anzeige wie empfangen.</translation>
    </message>
</context>
<context>
    <name>acx::TimingView</name>
    <message>
        <source>Timing of the exchange</source>
        <translation>Zeitverlauf des Austauschs</translation>
    </message>
    <message>
        <source>total: %1</source>
        <translation>gesamt: %1</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
</context>
<context>
    <name>acx::TokenCard</name>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>signature verified</source>
        <translation>Signatur geprüft</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>läuft bald ab</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>Token holen</translation>
    </message>
    <message>
        <source>Copy bearer token</source>
        <translation>Bearer-Token kopieren</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>reveal</source>
        <translation>anzeigen</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Copy as header line</source>
        <translation>Als Headerzeile kopieren</translation>
    </message>
    <message>
        <source>Copy as curl command</source>
        <translation>Als curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Other forms of the token</source>
        <translation>Andere Formen des Tokens</translation>
    </message>
    <message>
        <source>Shows the text for half a minute (Ctrl+Shift+V)</source>
        <translation>Zeigt den Text eine halbe Minute lang (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>Drops this token here; the service keeps it valid until it expires</source>
        <translation>Verwirft dieses Token hier; für den Dienst bleibt es gültig, bis es abläuft</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>verbergen</translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation>Ausgewählter Text</translation>
    </message>
    <message>
        <source>Token text</source>
        <translation>Token-Text</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>Wird erneuert …</translation>
    </message>
    <message>
        <source>This token has not been asked for yet. It is kept in memory only and renewed by itself.</source>
        <translation>Dieses Token wurde noch nicht angefordert. Es bleibt nur im Arbeitsspeicher und wird von selbst erneuert.</translation>
    </message>
    <message>
        <source>The token shown is still valid. %1</source>
        <translation>Das angezeigte Token ist noch gültig. %1</translation>
    </message>
    <message>
        <source>Token · %1 characters</source>
        <translation>Token · %1 Zeichen</translation>
    </message>
    <message>
        <source>This token can be read by its service only: it is no JSON Web Token.</source>
        <translation>Dieses Token kann nur sein Dienst lesen: Es ist kein JSON Web Token.</translation>
    </message>
    <message>
        <source>checking the signature…</source>
        <translation>Signatur wird geprüft …</translation>
    </message>
    <message>
        <source>%1 · key of %2</source>
        <translation>%1 · Schlüssel von %2</translation>
    </message>
    <message>
        <source>%1 · key %2 of %3</source>
        <translation>%1 · Schlüssel %2 von %3</translation>
    </message>
    <message>
        <source>decoded, not verified</source>
        <translation>dekodiert, nicht geprüft</translation>
    </message>
    <message>
        <source>signature wrong</source>
        <translation>Signatur falsch</translation>
    </message>
    <message>
        <source>being asked for…</source>
        <translation>wird angefordert …</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>If the keychain asks for its password, answer it there: the key is read first.</source>
        <translation>Wenn der Schlüsselbund nach seinem Passwort fragt, antworten Sie dort: Zuerst wird der Schlüssel gelesen.</translation>
    </message>
    <message>
        <source>This token has not been asked for yet. It is kept in memory only and cannot be renewed: its key may be used only once.</source>
        <translation>Dieses Token wurde noch nicht angefordert. Es bleibt nur im Arbeitsspeicher und kann nicht erneuert werden: Sein Schlüssel ist möglicherweise nur einmal verwendbar.</translation>
    </message>
</context>
<context>
    <name>acx::TokenCopier</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Header line</source>
        <translation>Headerzeile</translation>
    </message>
    <message>
        <source>Environment line</source>
        <translation>Umgebungszeile</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl-Befehl</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation>Als %1 kopieren</translation>
    </message>
</context>
<context>
    <name>acx::TokenPill</name>
    <message>
        <source>Other forms of the token</source>
        <translation>Andere Formen des Tokens</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>No token: the last try failed</source>
        <translation>Kein Token: Der letzte Versuch ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, expired</source>
        <translation>%1, abgelaufen</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>Noch kein Token</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>Token holen</translation>
    </message>
    <message>
        <source>Copy the bearer token</source>
        <translation>Bearer-Token kopieren</translation>
    </message>
    <message>
        <source>Copy the bearer token (Ctrl+Shift+C)</source>
        <translation>Bearer-Token kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Asking for a token…</source>
        <translation>Ein Token wird angefordert …</translation>
    </message>
</context>
<context>
    <name>acx::TokenStep</name>
    <message>
        <source>Waiting for the token</source>
        <translation>Warten auf das Token</translation>
    </message>
    <message>
        <source>Copy bearer token</source>
        <translation>Bearer-Token kopieren</translation>
    </message>
    <message>
        <source>Look at the token</source>
        <translation>Token ansehen</translation>
    </message>
    <message>
        <source>Make a first call</source>
        <translation>Ersten Aufruf machen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation>Ort ändern</translation>
    </message>
    <message>
        <source>Go on without a token</source>
        <translation>Ohne Token fortfahren</translation>
    </message>
    <message>
        <source>Delete the file for good</source>
        <translation>Datei endgültig löschen</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>Datei behalten</translation>
    </message>
    <message>
        <source>Your first token</source>
        <translation>Ihr erstes Token</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>The key is stored. No token has been asked for yet.</source>
        <translation>Der Schlüssel ist gespeichert. Es wurde noch kein Token angefordert.</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>It renews itself in the background as long as this window is open.</source>
        <translation>Es erneuert sich im Hintergrund, solange dieses Fenster geöffnet ist.</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>kein Token</translation>
    </message>
    <message>
        <source>The key is stored, so nothing has to be entered again.</source>
        <translation>Der Schlüssel ist gespeichert, Sie müssen also nichts erneut eingeben.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The key now lies in %1 and was read back from there, so the file is not needed any more. Deleting it for good does not use the trash. IBM Cloud cannot show the key again.</source>
        <translation>Der Schlüssel liegt jetzt im Schlüsselbund (%1) und wurde von dort zur Kontrolle zurückgelesen, die Datei wird also nicht mehr gebraucht. Endgültiges Löschen verwendet nicht den Papierkorb. IBM Cloud kann den Schlüssel nicht noch einmal anzeigen.</translation>
    </message>
    <message>
        <source>no end told</source>
        <translation>kein Ende angegeben</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>It cannot be renewed: its key may be used only once.</source>
        <translation>Es kann nicht erneuert werden: Sein Schlüssel ist möglicherweise nur einmal verwendbar.</translation>
    </message>
    <message>
        <source>Copying asks for a new one.</source>
        <translation>Beim Kopieren wird ein neues angefordert.</translation>
    </message>
    <message>
        <source>A further token needs a new key.</source>
        <translation>Ein weiteres Token braucht einen neuen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>acx::TokenTimeLine</name>
    <message>
        <source>Issued %1, renews %2, expires %3</source>
        <translation>Ausgestellt %1, erneuert sich %2, läuft ab %3</translation>
    </message>
    <message>
        <source>Issued %1, without an end</source>
        <translation>Ausgestellt %1, ohne Ende</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation>ausgestellt %1</translation>
    </message>
    <message>
        <source>renews %1</source>
        <translation>erneuert sich %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>läuft ab %1</translation>
    </message>
    <message>
        <source>Issued %1, expires %2, is not renewed</source>
        <translation>Ausgestellt %1, läuft ab %2, wird nicht erneuert</translation>
    </message>
</context>
<context>
    <name>acx::TokensScreen</name>
    <message>
        <source>key “%1”</source>
        <translation>Schlüssel „%1“</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>for this session only</source>
        <translation>nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Renew all</source>
        <translation>Alle erneuern</translation>
    </message>
    <message>
        <source>Start with your API key</source>
        <translation>Beginnen Sie mit Ihrem API-Schlüssel</translation>
    </message>
    <message>
        <source>No token without a key</source>
        <translation>Kein Token ohne Schlüssel</translation>
    </message>
    <message>
        <source>Tokens are made from an API key. There is no profile with one yet.</source>
        <translation>Tokens werden aus einem API-Schlüssel erstellt. Es gibt noch kein Profil mit einem Schlüssel.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
</context>
<context>
    <name>acx::TopBar</name>
    <message>
        <source>Search operations, actions, history</source>
        <translation>Operationen, Aktionen, Verlauf suchen</translation>
    </message>
    <message>
        <source>Search operations, actions, history, Ctrl+K</source>
        <translation>Operationen, Aktionen, Verlauf suchen, Strg+K</translation>
    </message>
</context>
<context>
    <name>acx::TrustedList</name>
    <message>
        <source>%1, trusted since %2</source>
        <translation>%1, vertraut seit %2</translation>
    </message>
    <message>
        <source>Certificates trusted by hand</source>
        <translation>Von Hand vertraute Zertifikate</translation>
    </message>
    <message>
        <source>None. The window offers it where a server&apos;s certificate is refused only because nobody vouches for it.</source>
        <translation>Keine. Das Fenster bietet es an, wo das Zertifikat eines Servers nur deshalb abgelehnt wird, weil niemand dafür bürgt.</translation>
    </message>
</context>
<context>
    <name>acx::UnusedTokenCard</name>
    <message>
        <source>The V5 public cloud that issued it was closed on %1.</source>
        <translation>Die öffentliche V5-Cloud, die es ausstellte, wurde am %1 geschlossen.</translation>
    </message>
    <message>
        <source>Only a V5 installation issues it.</source>
        <translation>Nur eine V5-Installation stellt es aus.</translation>
    </message>
    <message>
        <source>The profile has no URL of an IAM.</source>
        <translation>Das Profil hat keine URL eines IAM.</translation>
    </message>
    <message>
        <source>It needs a client id and a client secret, which the profile lacks.</source>
        <translation>Es benötigt eine Client-ID und ein Client-Geheimnis, die dem Profil fehlen.</translation>
    </message>
    <message>
        <source>The profile has no URL of a platform API that issues tokens.</source>
        <translation>Das Profil hat keine URL einer Plattform-API, die Tokens ausstellt.</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>not used by this deployment</source>
        <translation>von dieser Bereitstellung nicht verwendet</translation>
    </message>
    <message>
        <source>Set up in Profiles</source>
        <translation>In den Profilen einrichten</translation>
    </message>
</context>
<context>
    <name>acx::WaterfallBar</name>
    <message>
        <source>Timing: %1</source>
        <translation>Zeitverlauf: %1</translation>
    </message>
</context>
<context>
    <name>acx::WelcomeScreen</name>
    <message>
        <source>Back to the profiles</source>
        <translation>Zurück zu den Profilen</translation>
    </message>
    <message>
        <source>Start with your API key</source>
        <translation>Beginnen Sie mit Ihrem API-Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Three steps to a bearer token: your key, where your API Connect lives, done.</source>
        <translation>Drei Schritte zum Bearer-Token: Ihr Schlüssel, wo Ihr API Connect läuft, fertig.</translation>
    </message>
    <message>
        <source>Choose the file of the API key</source>
        <translation>Datei des API-Schlüssels auswählen</translation>
    </message>
    <message>
        <source>API key files (*.json *.txt);;All files (*)</source>
        <translation>API-Schlüsseldateien (*.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The client id and secret are kept for the second step.</source>
        <translation>Client-ID und Client-Geheimnis werden für den zweiten Schritt aufbewahrt.</translation>
    </message>
    <message>
        <source>Now give the API key.</source>
        <translation>Geben Sie nun den API-Schlüssel an.</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Profil hinzufügen</translation>
    </message>
    <message>
        <source>My API Connect</source>
        <translation>Mein API Connect</translation>
    </message>
    <message>
        <source>%1 is deleted. The key lies in the keychain only.</source>
        <translation>%1 ist gelöscht. Der Schlüssel liegt nur im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>acx::WindowDrops</name>
    <message>
        <source>Drop the API key here</source>
        <translation>API-Schlüssel hier ablegen</translation>
    </message>
</context>
</TS>
