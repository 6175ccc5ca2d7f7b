using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Edit;
using Kctl.Manifests;

namespace Kctl.Tests;

public sealed class EditorTests
{
    private readonly StringWriter _error = new() { NewLine = "\n" };

    [Fact]
    public async Task Run_EditedOnce_SavesWhatTheUserMadeOfIt()
    {
        string? saved = null;
        Assert.Equal(0, await Loop("sed -i s/blue/red/").RunAsync([Map("blue")], edited => Answer(saved = edited[0]["data"]!["sky"]!.ToString()), TestContext.Current.CancellationToken));
        Assert.Equal("red", saved);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task Run_RefusedThenMended_OpensAgainWithTheReason()
    {
        var tries = new List<string>();
        var loop = Loop("sed -i -e 's/sky: red$/sky: redder/' -e s/blue/red/");
        var code = await loop.RunAsync(
            [Map("blue")], edited =>
            {
                tries.Add(edited[0]["data"]!["sky"]!.ToString());
                return Task.FromResult(new SaveResult(tries.Count < 2 ? ["no red"] : []));
            }, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        Assert.Equal(["red", "redder"], tries);
    }

    [Theory]
    [InlineData("true", "Edit cancelled, no changes made.\n")]
    [InlineData("sed -i d", "Edit cancelled, saved file was empty.\n")]
    public async Task Run_NothingToSave_SaysSo(string editor, string expected)
    {
        Assert.Equal(0, await Loop(editor).RunAsync([Map("blue")], _ => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        Assert.Equal(expected, _error.ToString());
    }

    [Theory]
    [InlineData("false", "there was a problem with the editor \"false\"")]
    [InlineData("sed -i s/blue/red/", "Edit cancelled, no valid changes were saved.")]
    public async Task Run_Failed_KeepsTheFile(string editor, string expected)
    {
        var error = await Assert.ThrowsAsync<CommandException>(() => Loop(editor).RunAsync([Map("blue")], _ => Task.FromResult(new SaveResult(["no red"])), TestContext.Current.CancellationToken));
        Assert.Equal(expected, error.Message);
        var file = _error.ToString().Split('"')[1];
        Assert.Contains("sky: ", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void With_Problems_AreComments()
    {
        var text = EditFile.With("a: 1\n", ["x was not valid:\n* y"]);
        Assert.EndsWith("#\n# x was not valid:\n# * y\n#\na: 1\n", text, StringComparison.Ordinal);
        Assert.Equal("a: 1\n", EditFile.WithoutComments(text));
        Assert.StartsWith("The edited file had a syntax error: ", Assert.Throws<CommandException>(() => EditFile.Read("a: b: c")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Masked_Secret_ShowsOnlyWhatDiffers()
    {
        var (before, after) = DiffCommand.Masked(Secret("""{"same":"YQ==","changed":"YQ==","old":"YQ=="}"""), Secret("""{"same":"YQ==","changed":"Yg==","new":"YQ=="}"""));
        Assert.Equal("""{"same":"***","changed":"*** (before)","old":"***"}""", before!["data"]!.ToJsonString());
        Assert.Equal("""{"same":"***","changed":"*** (after)","new":"***"}""", after!["data"]!.ToJsonString());
    }

    private static JsonObject Map(string sky) => new() { ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["metadata"] = new JsonObject { ["name"] = "m" }, ["data"] = new JsonObject { ["sky"] = sky } };

    private static JsonObject Secret(string data) => new() { ["apiVersion"] = "v1", ["kind"] = "Secret", ["data"] = JsonNode.Parse(data) };

    private static Task<SaveResult> Answer(string _) => Task.FromResult(new SaveResult([]));

    private EditorLoop Loop(string editor) => new(
        new Session(new Terminal { Out = TextWriter.Null, Error = _error, OpenInput = () => Stream.Null, Environment = name => name == "EDITOR" ? editor : null }), asJson: false);
}
