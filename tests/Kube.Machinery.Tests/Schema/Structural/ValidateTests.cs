namespace Kube.Machinery.Tests.Schema.Structural;

public class ValidateTests
{
    [Theory]
    [InlineData("{'type':'integer'}", "'x'", "a: Invalid value: \"string\": a in body must be of type integer: \"string\"")]
    [InlineData("{'type':'integer'}", "1", "")]
    [InlineData("{'type':'integer'}", "1.0", "")]
    [InlineData("{'type':'integer'}", "1.5", "a: Invalid value: \"number\": a in body must be of type integer: \"number\"")]
    [InlineData("{'type':'integer'}", "123456789012345678901234567890", "a: Invalid value: \"number\": a in body must be of type integer: \"number\"")]
    [InlineData("{'type':'integer','format':'int32'}", "3000000000", "")]
    [InlineData("{'type':'number'}", "1", "")]
    [InlineData("{'type':'string'}", "null", "a: Invalid value: \"null\": a in body must be of type string: \"null\"")]
    [InlineData("{'type':'string','nullable':true}", "null", "")]
    [InlineData("{'type':'boolean'}", "{}", "a: Invalid value: \"object\": a in body must be of type boolean: \"object\"")]
    [InlineData("{'type':'object'}", "[]", "a: Invalid value: \"array\": a in body must be of type object: \"array\"")]
    [InlineData("{'x-kubernetes-int-or-string':true}", "true", "a: Invalid value: \"boolean\": a in body must be of type integer,string: \"boolean\"")]
    [InlineData("{'x-kubernetes-int-or-string':true,'anyOf':[{'type':'integer'},{'type':'string'}]}", "'5%'", "")]
    [InlineData("{'x-kubernetes-preserve-unknown-fields':true}", "[{'b':1}]", "")]
    public void Type(string schema, string value, string expected) => Expect(schema, value, expected);

    [Theory]
    [InlineData("{'type':'integer','maximum':10}", "11", "a: Invalid value: 11: a in body should be less than or equal to 10")]
    [InlineData("{'type':'integer','maximum':10,'exclusiveMaximum':true}", "10", "a: Invalid value: 10: a in body should be less than 10")]
    [InlineData("{'type':'number','minimum':0.5}", "0.25", "a: Invalid value: 0.25: a in body should be greater than or equal to 0.5")]
    [InlineData("{'type':'integer','minimum':1,'exclusiveMinimum':true}", "1", "a: Invalid value: 1: a in body should be greater than 1")]
    [InlineData("{'type':'number','maximum':1e30}", "1e31", "a: Invalid value: 1e31: a in body should be less than or equal to 1e+30")]
    [InlineData("{'type':'integer','maximum':9007199254740991}", "9007199254740993", "a: Invalid value: 9007199254740993: a in body should be less than or equal to 9007199254740991")]
    [InlineData("{'type':'integer','multipleOf':5}", "7", "a: Invalid value: 7: a in body should be a multiple of 5")]
    [InlineData("{'type':'number','multipleOf':0.1}", "0.3", "")]
    [InlineData("{'type':'string','maxLength':2}", "'äöü'", "a: Too long: may not be more than 2 bytes")]
    [InlineData("{'type':'string','maxLength':2}", "'ä😀'", "")]
    [InlineData("{'type':'string','minLength':1}", "''", "a: Invalid value: \"\": a in body should be at least 1 chars long")]
    [InlineData("{'type':'string','pattern':'^[a-z]+$'}", "'A'", "a: Invalid value: \"A\": a in body should match '^[a-z]+$'")]
    [InlineData("{'type':'string','pattern':'b'}", "'abc'", "")]
    [InlineData("{'type':'string','enum':['x','b']}", "'y'", "a: Unsupported value: \"y\": supported values: \"x\", \"b\"")]
    [InlineData("{'type':'integer','enum':[1,2]}", "1.0", "")]
    [InlineData("{'type':'object','additionalProperties':{'type':'string'},'minProperties':1}", "{}", "a: Invalid value: 1: a in body should have at least 1 properties")]
    [InlineData("{'type':'object','additionalProperties':{'type':'string'},'maxProperties':1}", "{'b':'c','d':'e'}", "a: Too many: 2: must have at most 1 items")]
    [InlineData("{'type':'object','additionalProperties':{'type':'string'}}", "{'b.c':1}", "a.b.c: Invalid value: \"integer\": a.b.c in body must be of type string: \"integer\"")]
    [InlineData("{'type':'array','items':{'type':'string'},'minItems':2}", "['b']", "a: Invalid value: 1: a in body should have at least 2 items")]
    [InlineData("{'type':'array','items':{'type':'string'},'maxItems':1}", "['b','c']", "a: Too many: 2: must have at most 1 items")]
    [InlineData("{'type':'array','items':{'type':'object','required':['b'],'properties':{'b':{'type':'string'}}}}", "[{}]", "a[0].b: Required value")]
    public void Bounds(string schema, string value, string expected) => Expect(schema, value, expected);

    [Theory]
    [InlineData("'anyOf':[{'minimum':5},{'maximum':1}]", "3", "<nil>: Invalid value: \"\": \"a\" must validate at least one schema (anyOf)\na: Invalid value: 3: a in body should be greater than or equal to 5")]
    [InlineData("'anyOf':[{'minimum':5},{'maximum':1}]", "1", "")]
    [InlineData("'oneOf':[{'minimum':5},{'minimum':1}]", "6", "<nil>: Invalid value: \"\": \"a\" must validate one and only one schema (oneOf). Found 2 valid alternatives")]
    [InlineData("'oneOf':[{'minimum':5},{'minimum':4}]", "1", "<nil>: Invalid value: \"\": \"a\" must validate one and only one schema (oneOf). Found none valid\na: Invalid value: 1: a in body should be greater than or equal to 5")]
    [InlineData("'allOf':[{'minimum':5}]", "1", "a: Invalid value: 1: a in body should be greater than or equal to 5\n<nil>: Invalid value: \"\": \"a\" must validate all the schemas (allOf). None validated")]
    [InlineData("'not':{'minimum':5}", "6", "<nil>: Invalid value: \"\": \"a\" must not validate the schema (not)")]
    public void Logic(string rule, string value, string expected) => Expect($"{{'type':'integer',{rule}}}", value, expected);

    [Theory]
    [InlineData("date", "2026-02-28", "2026-02-30")]
    [InlineData("date-time", "2026-02-28T10:00:00Z", "2026-02-28")]
    [InlineData("date-time", "2026-02-28t10:00:00.5+01:00", "2026-02-28T25:00:00Z")]
    [InlineData("byte", "YWI=", "YWI")]
    [InlineData("ipv4", "10.0.0.1", "10.0.1")]
    [InlineData("ipv6", "::1", "10.0.0.1")]
    [InlineData("cidr", "10.0.0.0/8", "10.0.0.0/33")]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567")]
    [InlineData("uuid4", "123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("email", "a@example.com", "a")]
    [InlineData("uri", "https://example.com/x", "x y")]
    [InlineData("hostname", "a.example.com", "-a.com")]
    [InlineData("duration", "1h30m", "1 parsec")]
    [InlineData("duration", "3 days", "h")]
    [InlineData("mac", "00:11:22:33:44:55", "00:11")]
    [InlineData("hexcolor", "#aabbcc", "#ab")]
    [InlineData("rgbcolor", "rgb(1, 2, 255)", "rgb(1,2)")]
    [InlineData("isbn", "978-3-16-148410-0", "978-3-16-148410-1")]
    [InlineData("creditcard", "4111 1111 1111 1111", "4111111111111112")]
    [InlineData("ssn", "111-11-1111", "111")]
    [InlineData("bsonobjectid", "507f1f77bcf86cd799439011", "507f")]
    public void Format(string format, string fine, string bad)
    {
        Expect($"{{'type':'string','format':'{format}'}}", $"'{fine}'", "");
        Expect($"{{'type':'string','format':'{format}'}}", $"'{bad}'", $"a: Invalid value: \"{bad}\": a in body must be of type {format}: \"{bad}\"");
    }

    [Theory]
    [InlineData("{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}}", "['b','c','b','b']", "a[2]: Duplicate value: \"b\"")]
    [InlineData("{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['n'],'items':{'type':'object','required':['n'],'properties':{'n':{'type':'string'}}}}", "[{'n':'b'},{'n':'b'}]", "a[1]: Duplicate value: {\"n\":\"b\"}")]
    [InlineData("{'type':'object','x-kubernetes-embedded-resource':true,'x-kubernetes-preserve-unknown-fields':true}", "{'metadata':{'labels':{'b':1}}}", "a.apiVersion: Required value\na.kind: Required value\na.metadata: Invalid value: {\"labels\":{\"b\":1}}: labels.b: expected string (line 1, column 17)")]
    [InlineData("{'type':'object','x-kubernetes-embedded-resource':true,'x-kubernetes-preserve-unknown-fields':true}", "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'x'},'spec':{}}", "")]
    public void Extensions(string schema, string value, string expected) => Expect(schema, value, expected);

    [Fact]
    public void Validate_BelowARoot_PrefixesThePath()
    {
        var errors = new Kube.Machinery.Validation.FieldErrors();
        Schemas.Compile(Schemas.With("{'type':'string'}")).Validate(Schemas.Object("{'a':1}"), Kube.Machinery.Validation.FieldPath.Of("spec", "template"), errors);

        Assert.Equal("spec.template.a: Invalid value: \"integer\": a in body must be of type string: \"integer\"", Assert.Single(errors).ToString());
    }

    [Fact]
    public void Validate_RequiredAtTheRoot_IsSaid() =>
        Assert.Equal("spec: Required value", Schemas.Validate("{'type':'object','required':['spec','metadata'],'properties':{'spec':{'type':'object'}}}", "{'metadata':{}}"));

    private static void Expect(string schema, string value, string expected) => Assert.Equal(expected, Schemas.Validate(Schemas.With(schema), $"{{'a':{value}}}"));
}
