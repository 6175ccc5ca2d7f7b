namespace Kube.Architecture.Tests;

/// <summary>Each rule finds an offender and leaves the innocent alone; a check that cannot fail is none.</summary>
public class RulesTests
{
    [Fact]
    public void Directions_WrongWay_IsFound()
    {
        Assert.Equal(["Kube.Client references Kube.Storage"], Rules.Directions([Project("Kube.Client", "Kube.Storage", "Kube.Machinery")]));
        Assert.Equal(["Kube.New has no place in the direction of dependencies"], Rules.Directions([Project("Kube.New")]));
    }

    [Fact]
    public void ProcessesReferenceNoProcess_OneDoes_IsFound()
    {
        var library = Project("Kube.Client") with { IsProcess = false };
        Assert.Equal(["process Kctl references process Kube.Kubelet"], Rules.ProcessesReferenceNoProcess([Project("Kctl", "Kube.Kubelet", "Kube.Client"), Project("Kube.Kubelet"), library]));
    }

    [Fact]
    public void OnlyIn_Elsewhere_IsFound() =>
        Assert.Equal(["b/y.cs mentions secret"], Rules.OnlyIn([new("a/x.cs", "secret"), new("b/y.cs", "secret"), new("b/z.cs", "")], "secret", "a/"));

    [Fact]
    public void FilesAreShort_LongFile_IsFound() =>
        Assert.Equal(["long.cs has 501 lines"], Rules.FilesAreShort([new("long.cs", new string('\n', 501)), new("short.cs", new string('\n', 500))]));

    [Theory]
    [InlineData("src/Utils/A.cs", "class A;", true)]
    [InlineData("src/StringHelpers.cs", "class A;", true)]
    [InlineData("src/A.cs", "class A; static class List" + "Util;", true)]
    [InlineData("src/Common/A.cs", "class A;", true)]
    [InlineData("src/CommonName.cs", "class CommonName;", false)]
    public void NamesSaySomething_Name_IsJudged(string path, string text, bool found) =>
        Assert.Equal(found, Rules.NamesSaySomething([new(path, text)]).Any());

    [Theory]
    [InlineData("public sealed class A;", true)]
    [InlineData("/// <summary>An A.</summary>\npublic sealed class A;", false)]
    [InlineData("/// <summary>An A.</summary>\n/// <param name=\"B\">B.</param>\n[X]\npublic readonly record struct A(int B);", false)]
    [InlineData("/// <remarks>no</remarks>\npublic enum A;", true)]
    [InlineData("internal sealed class A;", false)]
    public void PublicTypesHaveSummaries_Type_IsJudged(string text, bool found) =>
        Assert.Equal(found, Rules.PublicTypesHaveSummaries([new("A.cs", text)]).Any());

    [Fact]
    public void MapNames_ProjectLeftOut_IsFound() =>
        Assert.Equal(["the map does not name src/Kube.B"], Rules.MapNames("| `src/Kube.A` |", [Project("Kube.A"), Project("Kube.B")]));

    [Fact]
    public void SolutionHas_ProjectLeftOut_IsFound() =>
        Assert.Equal(["the solution lacks Kube.B"], Rules.SolutionHas("\"src\\Kube.A\\Kube.A.csproj\"", [Project("Kube.A"), Project("Kube.B")]));

    [Fact]
    public void NothingLeftForLater_Note_IsFound()
    {
        var note = "// TO" + "DO: later";
        Assert.Equal(["a.cs leaves something for later"], Rules.NothingLeftForLater([new("a.cs", note), new("b.cs", "// done")]));
    }

    [Fact]
    public void TestsMirrorProjects_Untested_IsFound() =>
        Assert.Equal(["Kube.A has no tests"], Rules.TestsMirrorProjects([Project("Kube.A")]));

    private static ProjectFile Project(string name, params string[] references) => new(name, $"src/{name}", true, references, []);
}
