using Kube.Machinery.Validation;

namespace Kube.Machinery.Tests.Schema.Structural;

public class PruneAndDefaultTests
{
    [Theory]
    [InlineData("{'type':'string'}", "{'a':'x','b':1}", "{'a':'x'}", "b")]
    [InlineData("{'type':'object','properties':{'c':{'type':'string'}}}", "{'a':{'c':'d','e':{'f':1}}}", "{'a':{'c':'d'}}", "a.e")]
    [InlineData("{'type':'array','items':{'type':'object','properties':{'c':{'type':'string'}}}}", "{'a':[{},{'c':'d','x':1}]}", "{'a':[{},{'c':'d'}]}", "a[1].x")]
    [InlineData("{'type':'object','additionalProperties':{'type':'object','properties':{'c':{'type':'string'}}}}", "{'a':{'k.k':{'c':'d','x':1}}}", "{'a':{'k.k':{'c':'d'}}}", "a.k.k.x")]
    [InlineData("{'type':'object','x-kubernetes-preserve-unknown-fields':true,'properties':{'c':{'type':'object'}}}", "{'a':{'b':{'x':1},'c':{'y':1}}}", "{'a':{'b':{'x':1},'c':{}}}", "a.c.y")]
    [InlineData("{'x-kubernetes-preserve-unknown-fields':true}", "{'a':[{'b':1}]}", "{'a':[{'b':1}]}", "")]
    [InlineData("{'type':'object','x-kubernetes-embedded-resource':true,'x-kubernetes-preserve-unknown-fields':true}", "{'a':{'kind':'X','metadata':{'name':'n','nope':1},'z':1}}", "{'a':{'kind':'X','metadata':{'name':'n'},'z':1}}", "a.metadata.nope")]
    [InlineData("{'type':'string'}", "{'apiVersion':'v1','kind':'X','metadata':{'name':'n','ownerReferences':[{'x':1}]}}", "{'apiVersion':'v1','kind':'X','metadata':{'name':'n','ownerReferences':[{}]}}", "metadata.ownerReferences[0].x")]
    public void Prune(string schema, string obj, string expected, string unknown)
    {
        var (pruned, found) = (Schemas.Object(obj), new List<string>());
        Schemas.Compile(Schemas.With(schema)).Prune(pruned, found);

        Assert.Equal(expected.Replace('\'', '"'), pruned.ToJsonString());
        Assert.Equal(unknown, string.Join(',', found));
    }

    [Theory]
    [InlineData("{'type':'integer','default':5}", "{}", "{'a':5}")]
    [InlineData("{'type':'integer','default':5}", "{'a':6}", "{'a':6}")]
    [InlineData("{'type':'integer','default':5}", "{'a':null}", "{'a':5}")]
    [InlineData("{'type':'integer','default':5,'nullable':true}", "{'a':null}", "{'a':null}")]
    [InlineData("{'type':'integer'}", "{'a':null}", "{}")]
    [InlineData("{'type':'integer','nullable':true}", "{'a':null}", "{'a':null}")]
    [InlineData("{'type':'object','default':{},'properties':{'b':{'type':'string','default':'x'}}}", "{}", "{'a':{'b':'x'}}")]
    [InlineData("{'type':'object','properties':{'b':{'type':'string','default':'x'}}}", "{}", "{}")]
    [InlineData("{'type':'array','items':{'type':'object','properties':{'b':{'type':'string','default':'x'}}}}", "{'a':[{},{'b':'y'}]}", "{'a':[{'b':'x'},{'b':'y'}]}")]
    [InlineData("{'type':'object','additionalProperties':{'type':'object','properties':{'b':{'type':'string','default':'x'}}}}", "{'a':{'k':{}}}", "{'a':{'k':{'b':'x'}}}")]
    public void Default(string schema, string obj, string expected)
    {
        var (filled, errors) = (Schemas.Object(obj), new FieldErrors());
        Schemas.Compile(Schemas.With(schema)).Default(filled, errors);

        Assert.Empty(errors);
        Assert.Equal(expected.Replace('\'', '"'), filled.ToJsonString());
    }

    [Fact]
    public void Default_ListsWithinLists_GivesUpWithAnError()
    {
        var many = "[" + string.Join(',', Enumerable.Repeat("{}", 100)) + "]";
        var schema = "{'type':'string'}";
        for (var i = 0; i < 6; i++)
        {
            schema = $"{{'type':'array','default':{many},'items':{{'type':'object','properties':{{'a':{schema}}}}}}}";
        }

        var errors = new FieldErrors();
        Schemas.Compile(Schemas.With(schema)).Default(Schemas.Object("{}"), errors);

        Assert.Contains("defaults add more than", Assert.Single(errors).Detail, StringComparison.Ordinal);
    }
}
