using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Printing.GoTemplates;

namespace Kctl.Tests;

/// <summary>Templates against what kubectl 1.33 prints for them.</summary>
public sealed class GoTemplateTests
{
    private const string Object = """
        {
          "kind": "ConfigMap", "metadata": { "name": "x", "creationTimestamp": null, "labels": { "app": "web" } },
          "data": { "b": "hello", "a": "1" }, "count": 1234567, "empty": [],
          "items": [ { "name": "one", "n": 1, "ready": true }, { "name": "two", "n": 2, "ready": false } ]
        }
        """;

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{1000000.0}} {{3.5}} {{1}} {{\"q\"}} {{`raw`}} {{true}} {{0x10}} {{'a'}} {{1e-7}}", "1e+06 3.5 1 q raw true 16 97 1e-07")]
    [InlineData("{{.data}} {{.data.c}} {{.x.y}} {{.x}} {{.metadata.creationTimestamp}}", "map[a:1 b:hello] <no value> <no value> <no value> <no value>")]
    [InlineData("{{.items}}", "[map[n:1 name:one ready:true] map[n:2 name:two ready:false]]")]
    [InlineData("{{.count}}", "1234567")]
    [InlineData("{{printf \"%d %s %v %5.2f|%-6s|%06d|%q|%x\" 3 \"a\" .data 3.14159 \"ab\" 42 \"q\\\"\" \"hi\"}}", "3 a map[a:1 b:hello]  3.14|ab    |000042|\"q\\\"\"|6869")]
    [InlineData("{{printf \"%s\" 1}} {{printf \"%d%%\"}} {{printf \"%t\" true}}", "%!s(int64=1) %!d(MISSING)% true")]
    [InlineData("{{range $k,$v := .data}}{{$k}}={{$v}};{{end}}{{len .data}} {{index .data \"a\"}}", "a=1;b=hello;2 1")]
    [InlineData("{{range .items}}{{.name}}{{if .ready}}+{{else}}-{{end}} {{end}}", "one+ two- ")]
    [InlineData("{{range $i, $e := .items}}{{if $i}},{{end}}{{$e.name}}{{end}}", "one,two")]
    [InlineData("{{range .empty}}x{{else}}none{{end}}", "none")]
    [InlineData("{{range .items}}{{if eq .n 2}}{{break}}{{end}}{{.name}}{{end}}", "one")]
    [InlineData("{{range .items}}{{if eq .n 1}}{{continue}}{{end}}{{.name}}{{end}}", "two")]
    [InlineData("{{range 3}}{{.}}{{end}}", "012")]
    [InlineData("{{with .data.zz}}yes{{else}}no{{end}} {{if and .data.a (eq .data.b \"hello\")}}T{{else if true}}E{{end}}", "no T")]
    [InlineData("{{if .no}}a{{else if .data.a}}b{{else}}c{{end}}", "b")]
    [InlineData("{{with .metadata}}{{.name}} {{$.kind}}{{end}}", "x ConfigMap")]
    [InlineData("a  {{- \" x \" -}}   b {{/* c */}}{{- /* d */ -}}  e", "a x b e")]
    [InlineData("{{\"aGk=\" | base64decode | printf \"%s!\" | len}}", "3")]
    [InlineData("{{exists . \"data\" \"a\"}} {{exists . \"data\" \"q\"}}", "true false")]
    [InlineData("{{slice \"abc\" 1 2}} {{html \"<a>\"}} {{urlquery \"a b\"}} {{print 1 2 \"a\" \"b\" 3}} {{not 0}} {{or \"\" \"x\"}} {{le 1 2}} {{ne \"a\" \"b\"}} {{eq 1 2 1}}", "b &lt;a&gt; a+b 1 2ab3 true x true true true")]
    [InlineData("{{$x := 1}}{{$x = 2}}{{$x}} {{if true}}{{$x := 3}}{{$x}}{{end}} {{$x}}", "2 3 2")]
    [InlineData("{{.metadata.name | eq \"x\"}} {{.data.a | printf \"%s-%s\" \"p\"}}  {{(index .items 1).name}} {{(index .items 0 \"name\")}}", "true p-1  two one")]
    [InlineData("{{define \"T\"}}hi {{.}}{{end}}{{template \"T\" .metadata.name}} {{block \"B\" .kind}}<{{.}}>{{end}}", "hi x <ConfigMap>")]
    [InlineData("{{and false (index .empty 5)}} {{gt .count 5}} {{lt 1.5 2}} {{eq .count 1234567.0}}", "false true true true")]
    public void Evaluate_Template_PrintsAsKubectlDoes(string template, string expected) => Assert.Equal(expected, GoTemplate.Parse(template).Evaluate(JsonNode.Parse(Object)));

    [Theory]
    [InlineData("{{if}}", "error parsing template {{if}}, template: output:1: missing value for if")]
    [InlineData("{{foo}}", "error parsing template {{foo}}, template: output:1: function \"foo\" not defined")]
    [InlineData("{{range .items}}", "error parsing template {{range .items}}, template: output:1: unexpected EOF")]
    [InlineData("{{end}}", "error parsing template {{end}}, template: output:1: unexpected {{end}}")]
    [InlineData("{{.a", "error parsing template {{.a, template: output:1: unclosed action")]
    [InlineData("{{(.a}}", "error parsing template {{(.a}}, template: output:1: unclosed left paren")]
    [InlineData("{{.metadata.name.foo}}", "error executing template \"{{.metadata.name.foo}}\": can't evaluate field foo in x")]
    [InlineData("{{index .items 7}}", "error executing template \"{{index .items 7}}\": error calling index: index out of range: 7")]
    [InlineData("{{template \"T\"}}", "error executing template \"{{template \"T\"}}\": template \"T\" not defined")]
    [InlineData("{{define \"T\"}}{{template \"T\"}}{{end}}{{template \"T\"}}", null)]
    [InlineData("{{$y}}", "error executing template \"{{$y}}\": undefined variable \"$y\"")]
    public void Evaluate_WrongTemplate_SaysWhy(string template, string? expected)
    {
        var error = Assert.Throws<CommandException>(() => GoTemplate.Parse(template).Evaluate(JsonNode.Parse(Object)));
        Assert.True(expected is null || error.Message == expected, error.Message);
    }

    [Fact]
    public void Evaluate_MissingKeyNotAllowed_IsAnError() =>
        Assert.Throws<CommandException>(() => GoTemplate.Parse("{{.nope}}", allowMissingKeys: false).Evaluate(JsonNode.Parse(Object)));
}
