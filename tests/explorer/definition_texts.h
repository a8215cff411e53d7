// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace acx {

// Texts of API definitions. They stand in a file of their own because moc loses its way in raw strings.

/// With GET `path`; `more` are further members.
[[nodiscard]] QByteArray definition(const QByteArray &title, const QByteArray &path = "/things",
                                    const QByteArray &more = "");
/// The member components with the headers X-Id and X-The-Secret.
[[nodiscard]] QByteArray securedWithClient();
/// An object with that value among other members.
[[nodiscard]] QByteArray inObject(const QByteArray &name, const QByteArray &value);
/// An object that only talks about a definition.
[[nodiscard]] QByteArray textAboutOpenApi();
/// The beginning of a line of the index, without its closing brace; ID stands for the id.
[[nodiscard]] QByteArray indexLine();

/// Refers to parts.yaml beside it, to itself by its whole name, and to other.json at `elsewhere` (ends in a slash).
[[nodiscard]] QByteArray foreignMain(const QByteArray &elsewhere);
/// parts.yaml: a parameter whose schema stands in deep/more.json; `number` 2 gives it another name.
[[nodiscard]] QByteArray foreignParts(int number);
/// deep/more.json
[[nodiscard]] QByteArray foreignMore();

} // namespace acx
