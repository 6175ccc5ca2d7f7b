using System.Text.Json.Nodes;
using Kctl.Get;
using Kctl.Printing;

namespace Kctl.Tests;

public sealed class PrintingTests
{
    private static readonly JsonObject s_table = Parse("""
        {"columnDefinitions":[{"name":"Name","format":"name","priority":0},{"name":"Ready","priority":0},{"name":"Node","priority":1}],
         "rows":[{"cells":["a","1/1","n1"],"object":{"metadata":{"name":"a","namespace":"x","labels":{"app":"web"}}}},
                 {"cells":["much-longer",null,"n2"],"object":{"metadata":{"name":"b","namespace":"y"}}}]}
        """);

    [Fact]
    public void Rows_Plain_ShowsColumnsOfPriorityZero() => Assert.Equal("NAME          READY\na             1/1\nmuch-longer   <none>\n", Show(new TableView()));

    [Fact]
    public void Rows_WideWithNamespacesAndLabels_ShowsAll() => Assert.Equal(
        "NAMESPACE   NAME              READY    NODE   APP   LABELS\nx           pod/a             1/1      n1     web   app=web\ny           pod/much-longer   <none>   n2           <none>\n",
        Show(new TableView { Wide = true, Namespaces = true, Labels = true, LabelColumns = ["app"], NamePrefix = "pod/" }));

    [Fact]
    public void Rows_NoHeaders_ShowsRowsOnly() => Assert.StartsWith("a ", Show(new TableView { Headers = false }), StringComparison.Ordinal);

    [Fact]
    public void Clean_ControlCharacters_DoNotReachTheTerminal() => Assert.Equal(" [31mred...", TextTable.Clean("\u001b[31mred\nmore"));

    [Fact]
    public void Pretty_Object_IsSortedWithFourSpaces() => Assert.Equal(
        "{\n    \"a\": [\n        1,\n        \"\\u003cx\\u0026\\u003e\"\n    ],\n    \"b\": {}\n}", JsonText.Pretty(Parse("""{"b":{},"a":[1,"<x&>"]}""")));

    [Fact]
    public void Cell_CustomColumns_JoinsValues()
    {
        var columns = CustomColumn.Parse("NAME:.metadata.name,IMAGES:.spec.containers[*].image,NOT:.nope");
        var pod = Parse("""{"metadata":{"name":"p"},"spec":{"containers":[{"image":"a"},{"image":"b"}]}}""");
        Assert.Equal(["p", "a,b", "<none>"], columns.Select(c => c.Cell(pod)));
    }

    [Fact]
    public void Sort_ByField_OrdersNumbersQuantitiesAndText()
    {
        JsonObject[] objects = [Parse("""{"n":10,"q":"1Gi","t":"b"}"""), Parse("""{"n":9,"q":"200Mi","t":"a"}"""), Parse("""{"q":"3"}""")];
        Assert.Equal("[3,200Mi,1Gi]", $"[{string.Join(',', ObjectSort.Sort(objects, ".q").Select(o => o["q"]))}]");
        Assert.Equal([null, "9", "10"], ObjectSort.Sort(objects, "{.n}").Select(o => o["n"]?.ToJsonString()));
        Assert.Equal([null, "a", "b"], ObjectSort.Sort(objects, "t").Select(o => (string?)o["t"]));
    }

    private static string Show(TableView view)
    {
        var output = new StringWriter { NewLine = "\n" };
        new TextTable(output).Write(ServerTable.Rows(s_table, null, view, header: true));
        return output.ToString();
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    [Theory]
    [InlineData(true, "web     \u001b[32mRunning\u001b[0m   1d\nold-1   \u001b[31mError\u001b[0m     2d\n")]
    [InlineData(false, "web     Running   1d\nold-1   Error     2d\n")]
    public void Write_Colours_DoNotMoveTheColumns(bool colours, string expected)
    {
        var output = new StringWriter { NewLine = "\n" };
        new TextTable(output, colours: colours).Write([["web", "Running", "1d"], ["old-1", "Error", "2d"]]);
        Assert.Equal(expected, output.ToString());
    }
}
