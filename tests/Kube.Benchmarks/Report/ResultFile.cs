using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Benchmarks.Report;

/// <summary>The rows as a program reads them, one file per run.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Writes the rows; those of cases that did not run are kept from what is there.</summary>
    public static void Write(string path, IReadOnlyList<Row> rows, DateTimeOffset when)
    {
        var all = Read(path);
        foreach (var row in rows)
        {
            all[row.Load] = new JsonObject
            {
                ["value"] = Math.Round(row.Value, 3),
                ["unit"] = row.Unit,
                ["floor"] = Math.Round(row.Floor, 3),
                ["floorName"] = row.FloorName,
                ["ratio"] = Math.Round(row.Ratio, 3),
                ["target"] = row.Target,
                ["atMost"] = row.AtMost,
                ["met"] = row.IsMet,
                ["note"] = row.Note,
                ["measured"] = when.ToString("u"),
            };
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, all.ToJsonString(s_indented) + "\n");
    }

    private static JsonObject Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
