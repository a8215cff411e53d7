<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>acx</name>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON value cannot begin like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is more text after the end of the JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a member name in double quotes is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing after a member name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or a closing brace is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a \u escape is only one half of a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text holds an unknown escape or an unescaped control character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a closing quotation mark is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing or not one that JSON knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values are nested deeper than %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends before its JSON value is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text holds a NUL byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as https://host/path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL has no usable host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL holds a user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https URLs can be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without https anyone on the way could read along. Plain http is only for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a path such as /api/orgs, or a whole URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path holds a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it percent-encoded, for example %0A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path holds a #, which is never sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %23 if it belongs to a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile has no API host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API host in the profile, or give a whole URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method holds a character that a method cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method %1 is for proxies, not for an API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header name “%1” cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header name has letters, digits and hyphens only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of the header %1 holds a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the value on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header %1 follows from the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request carries your own Authorization header instead of the profile&apos;s token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take a token of this kind, so the request went without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not belong to this profile, so the request went without a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of the headers has no colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write headers as Name: value, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of the headers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave no complete answer within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or allow more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “acx sandbox” in a terminal to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “acx”, which holds the sandbox, was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it beside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox did not say where it listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sandbox again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox could not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox listens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this is made up and ends with the sandbox. Press Ctrl+C to end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox cannot listen on port %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the sandbox could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder for temporary files has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain, then remove it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or use the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file or paste a text that holds an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key contains a NUL character, which no keychain can keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key again from where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not readable text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier call has not come back yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it yourself if you no longer need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file has taken the place of the key file, so it was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file has a second name (a hard link), so it was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file no longer holds the imported key, so it was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a link, so neither it nor the file that it leads to was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file cannot be examined, so it was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file could not be deleted; the key is still in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this name is there again after the key file was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link does not lead to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file but a device or a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the downloaded apikey.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to read this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to read it, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to another folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the apikey.json that IBM Cloud offered for download when the key was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UTF-16 text is damaged or cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a binary file, not an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not encoded in UTF-8 or UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8, or choose the downloaded apikey.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds nothing but white space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is only the description of an API key; the key itself is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBM Cloud shows a key only when it is made. Make a new one and download it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has several lines, and none of them is marked as an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only the key, or choose the downloaded apikey.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds two different API keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only the one that you mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds a client ID and a client secret, but no API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it as the client of a profile for SaaS or your own host, and import the API key itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds tokens, not an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens expire within hours. Import the API key that they were made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON file holds no API key: it has no member apikey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON file is not an API key: it is no object with a member apikey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of profiles in %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of this file, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of profiles in %1 was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that version, or move the file away to begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is changing the list of profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of profiles in %1 cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of profiles was damaged and could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the list of profiles was damaged and could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still in %1, because no copy can be made in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept as %1. The keys are still in the keychain; import them again to make new profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of profiles in %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program again: it keeps a copy and begins a new list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already is a profile named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain already holds the new key, and the old one could not be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that was just stored could not be removed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one, for example the name of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the profile is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the profile holds a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, blanks and punctuation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another profile, or import the API key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of “%1” was kept for one session only and is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain no longer has the key of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the API key again into this profile, or remove the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” stays until its key is gone. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions, then try again. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete or not JSON: line %2, column %3, after %4 of %5 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; what came is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header name holds characters that no header name may hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits and hyphens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of the header %1 holds a line break or another control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it and send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header %1 is set by this program and cannot be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one that begins with https:// and a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that begin with %1: are not called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain http to %1 is refused: everybody on the way could read along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use https. Plain http is possible only to this computer itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL of %1 holds a user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the part before the @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL of %1 holds a line break or a NUL character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method holds characters that no method may hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one such as GET, POST, PUT, PATCH or DELETE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token holds a line break or another control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2, or this computer&apos;s clock is wrong (it says %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2, or this computer&apos;s clock is wrong (it says %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate that answered for %1 was issued for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed: nobody vouches for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by an authority that this computer does not trust, or the server does not send its whole chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not issued for a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by a certificate that is no authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is revoked or known to be misused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 uses a key that is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date and time of this computer; if they are right, tell the operator of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this is your organization&apos;s own server, add its certificate authority in the settings or name it by SSL_CERT_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; if it is right, somebody may be between you and the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the operator of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate has no subject alternative name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is valid for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted; its key or signature may be too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 speaks no secure version of TLS; 1.2 is the oldest accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port; the details hold what the other side said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 redirects in a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leads from https to plain http.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 wants a user name and a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them in the proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 did not let the connection to %2 through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings, or ask who runs the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost before the answer: the request may or may not have been carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether it was before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the connection to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with something that is not HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection to the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped sending: nothing came for %2 s after %3 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 was not complete after %2 s; %3 bytes had come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the limit of %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came up to the limit is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent the request on to %2, which was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 contradicts itself about its length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete: %2 of %3 bytes came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost after %2 bytes of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 promised a body in chunks, and none came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 says that it is compressed and could not be decompressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed answer of %1 is cut short after %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be kept on disk in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in %1 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it to a file, or close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be written in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary file can be made for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in the cache folder %1 or in the temporary folder %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias “%1” stands for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alias “%1” stands for a value that contains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: the key “%2” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document cannot be read as YAML. Line %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the document and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its aliases stand for more than %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its aliases stand for more than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference %1 points to nothing in the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the reference, or ask whoever wrote the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference %1 points out of the document and was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what it refers to into the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference %1 leads in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation %1 is broken: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked for a pause before the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform API needs a client id and a client secret with the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add them to the profile; the toolkit&apos;s credentials.json holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with HTTP %2 when asked for its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified: the published keys could not be fetched. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deployment has no URL of the issuer&apos;s keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole JSON Web Token: three parts joined by dots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than 1 MiB, so it is no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is encrypted (five parts): only the service that it is for can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON Web Token: its first part is no JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no well-formed JSON Web Token: a part is empty or not strict base64url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON Web Token: a part is not written in base64url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token carries no signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part is empty, padded or not written in strict base64url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the years 1 to 9999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a whole number of seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the identity comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the sign-on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means of the sign-on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited to service instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of this token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in the future: is this computer&apos;s clock right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBM closed the API Connect V5 public cloud on 31 July 2023, and %1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same API key opens API Connect Reserved: choose that deployment, or enter the URLs of another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This API key may be good for one exchange only, and it has been exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the token yourself if the key allows multiple use, or create a new key and replace this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 has no URL of a login service, which issues API Connect tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the login URL in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 has no URL of IAM, which issues access tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the IAM URL in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 has no URL of a platform API, which issues its own tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the platform URL in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM does not know this API key (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was it copied in full? Is it the key itself and not its id (ApiKey-…), and not a classic infrastructure key? Is it from this IBM Cloud system and not from another one, such as the test system? If in doubt, create a new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This API key exists, but it is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable it on the API keys page of IBM Cloud, or use another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of this API key was not found or is no longer active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the owner of the account, or use the key of an active user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner of this API key is suspended in this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the owner of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM found a required value missing or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may be empty, or a proxy cut the request short. Import the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM refused the value of one of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the advanced settings of the profile, such as scope and tenant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token URL received something other than a POST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL of the token service, and any proxy that redirects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request arrived without a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a token and send the request again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM does not know the client id of this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the client id from the advanced settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM refused a refresh token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a new token with the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refresh token has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session ended because it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-on system behind IAM refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read IBM&apos;s own message; a locked account opens again after a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-on has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-on belongs to another client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user is not a member of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another account, or ask its owner for an invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name or password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both; users with single sign-on need an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user signs in through a company directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password does not work here. Use an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is valid, but it may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator of the account for the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a cloud resource (CRN) is malformed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the CRN again from the resource&apos;s page in IBM Cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM has no such key or object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its id; it may have been deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM failed inside: a fault at IBM, not a wrong key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later, and keep the request id for IBM&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator of the provider organization for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API is already running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API is already stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no extension of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no policy of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 holds no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %2 in the answer of %1 is no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 holds a %2 other than Bearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %2 in the answer of %1 is no JSON Web Token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token in the answer of %1 is already over (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 gives the token an impossible lifetime (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %2 in the answer of %1 is not of the right type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the URL of the token service and the clock of this computer, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %1 is incomplete or not JSON, so it holds no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key in it that could check a token&apos;s signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a JWKS, or a certificate or public key in PEM form: RSA from 2048 bits, P-256 or P-384.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IAM settings of this profile hold a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the tenant and the client id again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is not well-formed, so its signature was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token names a member twice, so its signature was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token asks for an extension (crit) that is not supported, so its signature was not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The algorithm that the token names is not accepted from this issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that the token names is not among the published ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No published key fits the algorithm that the token names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature matches a key that the issuer publishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not match the key: the token was changed or is not from this issuer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform API publishes no keys for its tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL of the token service cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the URL in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the API key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a client secret but no client id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a client id but no client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give both, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of deployments that comes with the program is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a host or a base URL such as https://host.example.com/path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a host or URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base URL has no query (?) and no fragment (#).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only https URLs can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without https anyone on the way could read the key. Plain http is only for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of the URL holds . or .. segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host or URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URL holds a blank, a backslash or an invisible character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no region “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no regions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the region out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs the API host of your instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from the address of your instance&apos;s own pages; it cannot be guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Connect token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first part of %1 is shown. Save it to see the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 that are not text. Save them to look at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid JSON (line %1, column %2: %3); shown as received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n B</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The body could not be saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder can be written and that its disk has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect, TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it from the list or put it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file of certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PEM file with one or more certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must have lines that say BEGIN CERTIFICATE. A file in DER form can be converted with: openssl x509 -inform der -in FILE -out FILE.pem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From apikey.json to a bearer token and every API Connect endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a profile of the embedded sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the window on the sandbox and save a picture of each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arguments are not understood; see --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::AnswerPanel</name>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the body to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing of the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a request to see its answer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the answer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 received …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 received …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the token (401), so it was renewed and the request was sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A redirect led to another host, so no token went along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the body readable …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing more is received.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::AppSettings</name>
    <message>
        <source>The settings file is damaged, so the settings are back to their defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be kept under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file cannot be read, so the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved. They hold until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that %1 can be written and that its disk has room.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::AuthorityList</name>
    <message>
        <source>%1 — %2, expired on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 — %2 and %n more, valid until %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — %2, valid until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own certificate authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a PEM file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ChoiceCard</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ClaimsView</name>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header and claims as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ColourPicker</name>
    <message>
        <source>Colour %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here by that name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::DropInvitation</name>
    <message>
        <source>Drop apikey.json anywhere in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file that IBM Cloud offered once, when the key was created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ExplorerScreen</name>
    <message>
        <source>There is no profile to send with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import an API key, or try the sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   sent %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::HistoryPage</name>
    <message>
        <source>Nothing is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version keeps no record of the requests you send: what you see in the Explorer is gone when you send the next one or close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Explorer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::InlineNotice</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::KeyCard</name>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the API key or the text of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it with a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste another key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the new API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key files (*.json *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in memory, for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key of “%1” is stored and was read back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::KeyStep</name>
    <message>
        <source>Import it anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them in step 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the API key or the text of its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account at hand?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in sandbox speaks the same protocols, on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open IBM Cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In IBM Cloud choose Create, give the key a name, then Download: that is possible only once. Its tokens are meant for IBMids and for API Connect&apos;s own APIs, not for the APIs that you imported or created there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds the client id “%1” and its secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds the client id “%1” and its secret for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds client credentials, not an API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They belong to the second step; the API key comes from another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::KeychainLine</name>
    <message>
        <source>the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is stored in the system&apos;s keychain and nowhere else. No telemetry, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is kept in memory until the program ends, and nowhere else. No telemetry, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is stored in %1 and nowhere else. No telemetry, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is locked. It will ask for its password when the key is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key can be used for this session only. Nothing is written to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time. You can go on and try again when the key is stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::MainWindow</name>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import an API key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew the token now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the clipboard now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system&apos;s theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Connect Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the token service&apos;s differ by %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are corrected by that here. Set the clock right: other programs may refuse tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again on the welcome screen; it makes a new key each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::MessageBar</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::PlaceForm</name>
    <message>
        <source>The sandbox runs on this computer. Its addresses and keys are made anew each time it starts, so there is nothing to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where your API Connect lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may be used only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys that API Connect itself made are often single-use and live a few minutes. Such a key is never spent on a test, and its token cannot be renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only for a platform API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBM closed this service on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its hosts no longer answer. Choose it only for a server of your own that speaks the same protocol, and give its URLs below. Today&apos;s API Connect on IBM Cloud is the Reserved instance, which takes the same API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another profile has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the region of your API Connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the host of your API Connect&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the client id that belongs to the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the client secret that belongs to the id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::PlaceStep</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to that profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is already in the profile “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on here only if you want a second profile with the same key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this session only, the key stays in memory and is gone when the program ends. Nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the key…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::PlaceUrls</name>
    <message>
        <source>Other URLs and token settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several are separated by blanks. Empty means everything the key may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IAM account (tenant)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token is given only if the key belongs to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBM Cloud IAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 as the login service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account holds no control characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ProfileDetail</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying would spend the key: it may be good for one exchange only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of “%1” works: %2, valid until %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ProfileList</name>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ProfileSwitcher</name>
    <message>
        <source>Profile %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage profiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ProfilesScreen</name>
    <message>
        <source>Add a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that were not saved are gone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::ProxyForm</name>
    <message>
        <source>Proxy host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5 proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a host name or an address alone, without http:// and port.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::Rail</name>
    <message>
        <source>Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::RemoveCard</name>
    <message>
        <source>Remove this profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile and its secrets are removed from this computer. The key itself stays valid in IBM Cloud until it is deleted there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the profile to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the profile anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the profile&apos;s name to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::RequestPanel</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path or URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/api/orgs or a whole URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept-Language: en
one header a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as it is; JSON unless a header says otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send  Ctrl+↵</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of what is to be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token by path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile has no API host; give a whole URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a DELETE removes cannot be brought back. Type the name to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::SecretField</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what was entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was entered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::SecretTextView</name>
    <message>
        <source>Token, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token, shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::Session</name>
    <message>
        <source>V5 public cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SaaS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until the clipboard is cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copied token is removed from the clipboard after this time, when it expires and when the program ends, if it is still there. A clipboard manager may keep its own copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses of this computer, the sandbox among them, never go through a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own certificate authorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are trusted in addition to the system&apos;s. Verification itself cannot be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Connect Explorer %1
Qt %2, %3
Free software under the GNU General Public License, version 3 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys, client secrets and the proxy&apos;s password lie in the system&apos;s keychain; tokens only in memory. Profiles and settings are files without any secret. No telemetry, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this session everything stays in memory: keys, tokens and profiles are gone when the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::StatusBar</name>
    <message>
        <source>● %1 copied. The clipboard clears in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API Connect Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token service call in this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 token service calls in this hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TokenCard</name>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signature verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the token service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as header line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other forms of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the text for half a minute (Ctrl+Shift+V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops this token here; the service keeps it valid until it expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token has not been asked for yet. It is kept in memory only and renewed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token shown is still valid. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token · %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token can be read by its service only: it is no JSON Web Token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the signature…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · key of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · key %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded, not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signature wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TokenCopier</name>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TokenPill</name>
    <message>
        <source>Other forms of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the token service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token: the last try failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the bearer token (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TokenStep</name>
    <message>
        <source>Waiting for the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a first call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the file for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is stored. No token has been asked for yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may be used only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the token now spends it. The token cannot be renewed afterwards; you would need a new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It renews itself in the background as long as this window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is stored, so nothing has to be entered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key now lies in %1 and was read back from there, so the file is not needed any more. Deleting it for good does not use the trash. IBM Cloud cannot show the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TokenTimeLine</name>
    <message>
        <source>Issued %1, renews %2, expires %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued %1, without an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renews %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TokensScreen</name>
    <message>
        <source>key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with your API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No token without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are made from an API key. There is no profile with one yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::TopBar</name>
    <message>
        <source>Search actions and profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and profiles, Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::UnusedTokenCard</name>
    <message>
        <source>The V5 public cloud that issued it was closed on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a V5 installation issues it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile has no URL of an IAM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a client id and a client secret, which the profile lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile has no URL of a platform API that issues tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used by this deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up in Profiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::WaterfallBar</name>
    <message>
        <source>Timing: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::WelcomeScreen</name>
    <message>
        <source>Back to the profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with your API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps to a bearer token: your key, where your API Connect lives, done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key files (*.json *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client id and secret are kept for the second step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now give the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My API Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is deleted. The key lies in the keychain only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acx::WindowDrops</name>
    <message>
        <source>Drop the API key here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
