namespace Kube.Machinery.Tests.Schema.Structural;

public class CompileTests
{
    [Theory]
    [InlineData("{}", "schema.type: Required value: must not be empty at the root")]
    [InlineData("{'type':'array','items':{'type':'string'}}", "schema.type: Invalid value: \"array\": must be object at the root")]
    [InlineData("{'type':'object','nullable':true}", "schema.nullable: Forbidden: nullable cannot be true at the root")]
    [InlineData("{'type':'object','additionalProperties':{'type':'string'}}", "schema.additionalProperties: Forbidden: must not be used at the root")]
    [InlineData("{'type':'object','properties':{'kind':{'type':'integer'}}}", "schema.properties[kind].type: Invalid value: \"integer\": must be string")]
    [InlineData("{'type':'object','properties':{'metadata':{'type':'object','properties':{'labels':{'type':'object'}}}}}", "schema.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified")]
    [InlineData("{'type':'object','properties':{'metadata':{'type':'object','properties':{'name':{'type':'string','maxLength':9}}}}}", "")]
    [InlineData("{'type':'object','properties':{'kind':{'type':'string','default':'X'}}}", "schema.properties[kind].default: Forbidden: must not be set in top-level kind")]
    public void Root(string schema, string expected) => Assert.Equal(expected, Schemas.Problems(schema));

    [Theory]
    [InlineData("{}", "type: Required value: must not be empty for specified object fields")]
    [InlineData("{'type':'array'}", "items: Required value: must be specified")]
    [InlineData("{'type':'array','items':{}}", "items.type: Required value: must not be empty for specified array items")]
    [InlineData("{'type':'text'}", "type: Unsupported value: \"text\": supported values: \"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\"")]
    [InlineData("{'type':'null'}", "type: Forbidden: type cannot be set to null, use nullable as an alternative")]
    [InlineData("{'type':'object','properties':{'b':{'type':'string'}},'additionalProperties':{'type':'string'}}", "additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive")]
    [InlineData("{'type':'object','properties':{'b':{'type':'string'}},'additionalProperties':false}", "additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive")]
    [InlineData("{'type':'array','items':{'type':'string'},'uniqueItems':true}", "uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic")]
    [InlineData("{'type':'string','$ref':'x'}", "$ref: Forbidden: $ref is not supported")]
    [InlineData("{'type':'string','id':'x'}", "id: Forbidden: id is not supported")]
    [InlineData("{'type':'object','patternProperties':{'a':{'type':'string'}}}", "patternProperties: Forbidden: patternProperties is not supported")]
    [InlineData("{'type':'object','definitions':{'a':{'type':'string'}}}", "definitions: Forbidden: definitions is not supported")]
    [InlineData("{'type':'object','dependencies':{'a':['b']}}", "dependencies: Forbidden: dependencies is not supported")]
    [InlineData("{'type':'object','x-kubernetes-preserve-unknown-fields':false}", "x-kubernetes-preserve-unknown-fields: Invalid value: false: must be true or undefined")]
    [InlineData("{'type':'integer','multipleOf':0}", "multipleOf: Invalid value: \"0\": must be greater than 0")]
    [InlineData("{'type':'string','x-kubernetes-validations':[{'rule':'true'}]}", "x-kubernetes-validations: Forbidden: validation rules in CEL are not supported by this server yet")]
    public void Words(string schema, string expected) => Expect(schema, expected);

    [Theory]
    [InlineData("{'type':'integer','anyOf':[{'type':'integer'}]}", "anyOf[0].type: Forbidden: must be empty to be structural")]
    [InlineData("{'type':'integer','allOf':[{'default':1}]}", "allOf[0].default: Forbidden: must be undefined to be structural")]
    [InlineData("{'type':'integer','oneOf':[{'description':'x'}]}", "oneOf[0].description: Forbidden: must be empty to be structural")]
    [InlineData("{'type':'integer','not':{'nullable':true}}", "not.nullable: Forbidden: must be false to be structural")]
    [InlineData("{'type':'object','not':{'additionalProperties':true}}", "not.additionalProperties: Forbidden: must be undefined to be structural")]
    [InlineData("{'type':'object','x-kubernetes-preserve-unknown-fields':true,'anyOf':[{'properties':{'b':{'minimum':1}}}]}", "properties[b]: Required value: because it is defined in schema.properties[a].anyOf[0].properties[b]")]
    [InlineData("{'type':'object','properties':{'b':{'type':'integer'}},'anyOf':[{'properties':{'b':{'minimum':1}}},{'required':['b']}]}", "")]
    [InlineData("{'type':'object','properties':{'metadata':{'type':'object'}},'not':{'properties':{'metadata':{}}}}", "not.properties[metadata]: Forbidden: must not be specified in a nested context")]
    [InlineData("{'x-kubernetes-int-or-string':true,'anyOf':[{'type':'integer'},{'type':'string'}]}", "")]
    [InlineData("{'x-kubernetes-int-or-string':true,'allOf':[{'anyOf':[{'type':'integer'},{'type':'string'}]},{'pattern':'x'}]}", "")]
    [InlineData("{'type':'integer','x-kubernetes-validations':[],'not':{'x-kubernetes-list-type':'set'}}", "not.x-kubernetes-list-type: Forbidden: must be undefined to be structural\nschema.properties[a].not.type: Required value: must be array if x-kubernetes-list-type is specified")]
    public void Nested(string schema, string expected) => Expect(schema, expected);

    [Theory]
    [InlineData("{'type':'string','x-kubernetes-list-type':'set'}", "type: Invalid value: \"string\": must be array if x-kubernetes-list-type is specified")]
    [InlineData("{'type':'array','items':{'type':'string'},'x-kubernetes-list-type':'bag'}", "x-kubernetes-list-type: Unsupported value: \"bag\": supported values: \"atomic\", \"map\", \"set\"")]
    [InlineData("{'type':'array','items':{'type':'object'},'x-kubernetes-list-type':'set'}", "items.x-kubernetes-map-type: Invalid value: null: must be atomic as item of a list with x-kubernetes-list-type=set")]
    [InlineData("{'type':'array','items':{'type':'string'},'x-kubernetes-list-map-keys':['b']}", "x-kubernetes-list-type: Required value: must be map if x-kubernetes-list-map-keys is non-empty")]
    [InlineData("{'type':'array','items':{'type':'object'},'x-kubernetes-list-type':'map'}", "x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map")]
    [InlineData("{'type':'array','items':{'type':'object'},'x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['b']}", "x-kubernetes-list-map-keys: Invalid value: [\"b\"]: entries must all be names of item properties")]
    [InlineData("{'type':'array','items':{'type':'object','properties':{'b':{'type':'string'}}},'x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['b']}", "items.properties[b].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property")]
    [InlineData("{'type':'array','items':{'type':'string'},'x-kubernetes-map-type':'atomic'}", "type: Invalid value: \"array\": must be object if x-kubernetes-map-type is specified")]
    [InlineData("{'type':'object','x-kubernetes-map-type':'loose'}", "x-kubernetes-map-type: Unsupported value: \"loose\": supported values: \"atomic\", \"granular\"")]
    [InlineData("{'type':'string','x-kubernetes-embedded-resource':true,'x-kubernetes-preserve-unknown-fields':true}", "type: Invalid value: \"string\": must be object if x-kubernetes-embedded-resource is true")]
    [InlineData("{'type':'object','x-kubernetes-embedded-resource':true}", "properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields")]
    [InlineData("{'x-kubernetes-int-or-string':true,'x-kubernetes-preserve-unknown-fields':true}", "x-kubernetes-preserve-unknown-fields: Invalid value: true: must be false if x-kubernetes-int-or-string is true")]
    public void Extensions(string schema, string expected) => Expect(schema, expected);

    [Theory]
    [InlineData("{'type':'integer','default':'x'}", "default: Invalid value: \"string\":  in body must be of type integer: \"string\"")]
    [InlineData("{'type':'object','default':{'b':1,'c':2},'properties':{'b':{'type':'integer'}}}", "default: Invalid value: {\"b\":1,\"c\":2}: must not have unknown fields")]
    [InlineData("{'type':'object','default':{'b':'x'},'properties':{'b':{'type':'integer'}}}", "default.b: Invalid value: \"string\": b in body must be of type integer: \"string\"")]
    [InlineData("{'type':'string','default':null}", "")]
    public void Defaults(string schema, string expected) => Expect(schema, expected);

    [Theory]
    [InlineData("(", "a group is not closed")]
    [InlineData("a)", "it has a closing parenthesis too many")]
    [InlineData("[a", "a class of characters is not closed")]
    [InlineData("(?=a)", "a group begins in a way that is not supported")]
    [InlineData("(?<!a)b", "looking behind is not supported")]
    [InlineData(@"(a)\\1", "back references are not supported")]
    [InlineData("a{1001}", "it repeats something more than 1000 times")]
    [InlineData("((a{1000}){1000}){1000}", "its repetitions make it too large")]
    public void BadPatterns(string pattern, string problem) =>
        Assert.Contains($"must be a valid regular expression, but isn't: {problem}", Schemas.Problems(Schemas.With($"{{'type':'string','pattern':'{pattern}'}}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("^a$", "a\\n", false)]
    [InlineData("^\\\\d+$", "٣", false)]
    [InlineData("^[\\\\w.-]+$", "a_b-c.d", true)]
    [InlineData("^[[:alpha:]]+$", "ab", true)]
    [InlineData("^(?P<x>a)b$", "ab", true)]
    [InlineData("^(?i)AB$", "ab", true)]
    [InlineData("^\\\\pL{2}$", "äö", true)]
    [InlineData("^a{,2}$", "a{,2}", true)]
    [InlineData("^\\\\Qa.b\\\\E$", "a.b", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData("^\\\\_\\\\-\\\\/[\\\\w\\\\-_.]+$", "_-/a-b", true)]
    [InlineData("(?m)^b$", "a\\nb\\nc", true)]
    [InlineData("^(\\\\+|-)?(([0-9]+(\\\\.[0-9]*)?)|(\\\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\\\+|-)?(([0-9]+(\\\\.[0-9]*)?)|(\\\\.[0-9]+))))?$", "1.5Gi", true)]
    [InlineData("^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\\\.){1,10}[a-z]{2,63}$", "a-b.example.com", true)]
    [InlineData("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false)]
    public void Patterns(string pattern, string text, bool fits) =>
        Assert.Equal(fits, Schemas.Validate(Schemas.With($"{{'type':'string','pattern':'{pattern}'}}"), $"{{'a':'{text}'}}").Length == 0);

    [Fact]
    public void TooDeep_IsAnError()
    {
        var schema = "{'type':'string'}";
        for (var i = 0; i < 125; i++)
        {
            schema = $"{{'type':'array','items':{schema}}}";
        }

        Assert.Equal("schema: Invalid value: \"\": must not be nested deeper than 120 schemas", Schemas.Problems(Schemas.With(schema)));
    }

    private static void Expect(string schema, string expected) =>
        Assert.Equal(expected.Length == 0 ? "" : "schema.properties[a]." + expected, Schemas.Problems(Schemas.With(schema)));
}
