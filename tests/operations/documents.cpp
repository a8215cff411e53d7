// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/documents.h"

namespace acx {

QByteArray openApi31Document()
{
    return R"({
  "openapi": "3.1.0",
  "info": {"title": "Pets"},
  "paths": {
    "/pets/{pet}": {
      "parameters": [{"$ref": "#/components/parameters/pet"}],
      "get": {"operationId": "showPet", "summary": "Show a pet", "tags": ["Pets", "Other"],
              "parameters": [
                {"name": "fields", "in": "query", "schema": {"type": ["null", "string"], "enum": ["all", "few"],
                 "default": "all"}, "examples": {"one": {"value": "few"}, "two": {"summary": " All of it ", "value": "all"}}},
                {"name": "X-Trace", "in": "header", "deprecated": true, "schema": {"$ref": "#/components/schemas/Trace"}}],
              "responses": {"200": {"$ref": "#/components/responses/Pet"}}},
      "delete": {"deprecated": true, "responses": {}}
    },
    "/pets": {
      "post": {"operationId": "addPet", "requestBody": {"$ref": "#/components/requestBodies/Pet"},
               "callbacks": {"added": {"{$request.body#/url}": {"post": {"responses": {}}}}},
               "security": [], "responses": {}}
    },
    "/old": {"$ref": "#/components/pathItems/Old"},
    "/far": {"$ref": "https://example.com/paths.json#/far"},
    "x-note": "no path"
  },
  "webhooks": {"petLost": {"post": {"operationId": "petLost", "responses": {}}}},
  "components": {
    "parameters": {"pet": {"name": "pet", "in": "path", "description": "Which pet", "schema": {"type": "integer"},
                   "example": 7}},
    "schemas": {"Trace": {"type": "string", "format": "uuid"}},
    "responses": {"Pet": {"description": "A pet", "content": {"application/json": {}, "text/plain": {}}}},
    "requestBodies": {"Pet": {"required": true, "description": "The pet", "content": {
      "application/json": {"schema": {"type": "object"}, "example": {"name": "Rex", "weight": 1e400}},
      "multipart/form-data": {"schema": {"required": ["photo"], "properties": {
        "photo": {"type": "string", "format": "binary", "description": "Its photo"}, "age": {"type": "integer"}}}}}}},
    "pathItems": {"Old": {"get": {"operationId": "old", "responses": {}}}}
  }
})";
}

QByteArray swagger2Document()
{
    return R"(swagger: 2.0
info: {title: Orders}
consumes: [application/json, application/xml]
produces: [application/json]
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - {name: states, in: query, type: array, collectionFormat: multi, items: {type: string, enum: [new, "yes"]}}
        - {name: limit, in: query, type: integer, default: 010, x-note: 0x10}
      responses: {200: {description: Orders}}
    post:
      parameters:
        - {name: order, in: body, required: true, description: The order, schema: {$ref: '#/definitions/Order'}}
      responses: {201: {description: Made}}
  /photo:
    put:
      consumes: [multipart/form-data, application/x-www-form-urlencoded]
      parameters:
        - &photo {name: photo, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string}
      responses: {204: {description: Done}}
    patch:
      parameters: [*photo]
      responses: {}
definitions:
  Order: {type: object, example: {id: 12345678901234567890123}}
)";
}

} // namespace acx
